"""The web app: pages over the same questions as the API."""
