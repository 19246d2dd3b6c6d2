"""An address that is built when it is first asked for; building all of them takes a sixth of the start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from fastapi.routing import APIRoute
from starlette.routing import compile_path


class LateRoute(APIRoute):
    """A route that knows its address and its methods, and all else from when it is first asked for it.

    What FastAPI works out from a handler's parameters (0.5 to 3 ms for each
    route) is needed by a request to it and by the description of the API.
    """

    def __init__(
        self, path: str, endpoint: Callable[..., Any], *, methods: list[str], **options: Any
    ) -> None:
        self.path, self.endpoint = path, endpoint
        self.methods = set(methods)
        self.path_regex, self.path_format, self.param_convertors = compile_path(path)
        self._options = {"methods": methods, **options}

    def __getattr__(self, name: str) -> Any:
        """What is not known yet: Python asks here only for what is missing."""
        if name.startswith("__") or "_options" not in self.__dict__:
            raise AttributeError(name)
        options = self.__dict__.pop("_options")
        super().__init__(self.path, self.endpoint, **options)
        return getattr(self, name)
