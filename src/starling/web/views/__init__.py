"""Answer -> view model: what a template shows, as frozen values; pure functions, one file per page."""
