"""The local web app: pages, their JSON twins, and the guard in front of them."""
