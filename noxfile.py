"""The project's habits, one session each: ``nox -s test lint types docs bench``.

Every session is a plain ``pip install`` of one extra under ``constraints.txt``; without nox the
same two commands do the same thing by hand.
"""

import os

import nox

nox.options.sessions = ["test", "lint", "types", "docs"]
nox.options.error_on_missing_interpreters = bool(os.environ.get("CI"))

PYTHONS = ["3.11", "3.12", "3.13"]


def install(session: nox.Session, extra: str) -> None:
    """Install govplan from the checkout with one extra, in the versions that are agreed on."""
    session.install("--quiet", "-c", "constraints.txt", "-e", f".[{extra}]")


@nox.session(python=PYTHONS)
def test(session: nox.Session) -> None:
    """Run tests, docstring examples and the code of README and docs, with branch coverage."""
    install(session, "test")
    profile = "ci" if os.environ.get("CI") else "dev"
    session.run("pytest", "--cov", f"--hypothesis-profile={profile}", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check rules and formatting."""
    install(session, "lint")
    session.run("ruff", "check", *session.posargs)
    session.run("ruff", "format", "--check")


@nox.session
def types(session: nox.Session) -> None:
    """Check types strictly: the sources, the typing tests and the benchmarks."""
    install(session, "types")
    session.run("mypy", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Build the documentation; a warning or an unknown reference is an error."""
    install(session, "docs")
    build = ["sphinx-build", "-q", "-W", "--keep-going", "-n", "-b", "html"]
    session.run(*build, "docs", "docs/_build/html", *session.posargs)


@nox.session
def bench(session: nox.Session) -> None:
    """Measure speed as ratios, side by side in one run."""
    install(session, "bench")
    session.run("python", "benchmarks", *session.posargs)
