"""Debian's Chromium, started once, every request from a page stopped and noted; *not* here: what is asked of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Browser", "Opened", "browser", "why_not"]

_QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def why_not() -> str:
    """Return why there is no browser to test in, "" where there is one."""
    return "" if shutil.which("chromium") else "no chromium on this machine; Debian's package chromium has it"


@dataclass
class Opened:
    """A page that is open: playwright's page, the requests that it tried, and what its console said."""

    page: Any
    requests: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


class Browser:
    """A browser that is offline."""

    def __init__(self, chromium: Any) -> None:
        self._chromium = chromium

    @contextmanager
    def opened(
        self,
        html: str,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        scripts: bool = True,
    ) -> Iterator[Opened]:
        """Open a page as a file from a web server would be: all that it asks for beyond itself is stopped."""
        address = "http://page.invalid/report.html"
        context = self._chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            offline=False,
            java_script_enabled=scripts,
            # The audit is put into the page, whose policy lets no script run.
            bypass_csp=False,
        )
        try:
            page = context.new_page()
            opened = Opened(page)

            def answer(route: Any) -> None:
                if route.request.url == address:
                    route.fulfill(body=html.encode(), content_type="text/html; charset=utf-8")
                else:
                    opened.requests.append(route.request.url)
                    route.abort()

            context.route("**/*", answer)
            page.on("console", lambda message: opened.said.append(message.text))
            page.on("pageerror", lambda error: opened.said.append(str(error)))
            page.goto(address)
            yield opened
        finally:
            context.close()


@contextmanager
def browser() -> Iterator[Browser]:
    """Start the browser, and end it."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_QUIET))
        try:
            yield Browser(chromium)
        finally:
            chromium.close()
