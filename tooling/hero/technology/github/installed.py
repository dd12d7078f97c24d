"""What a GitHub App may do where it is installed."""

from github import Auth, GithubException, GithubIntegration

from hero.technology.github.connect import App
from hero.technology.github.wire import PATIENCE


def permissions(app: App, repository: str, api_url: str) -> dict[str, str] | None:
    """The App's permissions in a repository; None where GitHub does not tell."""
    import jwt
    import requests

    try:
        integration = GithubIntegration(
            auth=Auth.AppAuth(app.id, app.key),
            base_url=api_url.rstrip("/"),
            retry=0,
            timeout=PATIENCE,
            seconds_between_requests=None,
        )
        held = integration.get_repo_installation(*repository.split("/")).raw_data["permissions"]
    except (GithubException, requests.RequestException, jwt.PyJWTError, OSError, ValueError):
        return None
    except (KeyError, TypeError, AssertionError):
        return None
    return {str(name): str(level) for name, level in held.items()} if held else None
