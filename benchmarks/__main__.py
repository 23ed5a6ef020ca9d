"""All ratios, each with its bound, by one command: `python benchmarks`."""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from itertools import cycle
from pathlib import Path
from typing import TypeVar

import adding
import checking
import citing
import documents
import reading
import timing
import yaml

import govplan

T = TypeVar("T")
Row = tuple[str, float, float | None]


def loading(name: str, plans: list[govplan.Plan]) -> list[Row]:
    """Time reading and writing: documents that were read before, and ones that were not."""
    texts = [govplan.dumps(plan, format="json") for plan in plans]
    written = [text.encode() for text in texts]
    forms = [json.loads(text) for text in texts]
    yamls = [govplan.dumps(plan) for plan in plans]
    # A document seen for the first time in a process has citations that nothing remembers.
    fresh = cycle([govplan.dumps(documents.made_plan(seed), format="json").encode() for seed in range(1000, 3000)])
    fresh_base = cycle([govplan.dumps(documents.made_plan(seed), format="json").encode() for seed in range(1000, 3000)])
    taken = timing.interleaved(
        {
            "json.loads": _over(json.loads, written),
            "loads json": _over(lambda content: govplan.loads(content, format="json"), written),
            "json.loads, unseen": lambda: json.loads(next(fresh_base)),
            "loads json, unseen": lambda: govplan.loads(next(fresh), format="json"),
            "json.dumps": _over(lambda form: json.dumps(form, ensure_ascii=False), forms),
            "dumps json": _over(lambda plan: govplan.dumps(plan, format="json"), plans),
            "CSafeLoader": _over(lambda text: yaml.load(text, Loader=yaml.CSafeLoader), yamls),
            "loads yaml": _over(govplan.loads, yamls),
        }
    )
    rows: list[Row] = [
        (f"{name}: loads JSON / json.loads", timing.ratio(taken, "loads json", "json.loads"), 4.5),
        (f"{name}: dumps JSON / json.dumps", timing.ratio(taken, "dumps json", "json.dumps"), 1.6),
        (f"{name}: loads YAML / PyYAML CSafeLoader", timing.ratio(taken, "loads yaml", "CSafeLoader"), 0.8),
    ]
    if len(plans) > 1:
        unseen = timing.ratio(taken, "loads json, unseen", "json.loads, unseen")
        rows.insert(1, (f"{name}: loads JSON, never seen / json.loads", unseen, 5.5))
    return rows


def starting() -> list[Row]:
    """Time what a process pays once: imports, and the first load with everything that it brings along."""
    clock = "start = time.perf_counter()\n{}\ntimed = time.perf_counter() - start"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        govplan.dump(documents.example(), file)
        content = f"content = open({str(file)!r}, 'rb').read()\n"
        taken = timing.in_fresh_processes(
            {
                "import attrs": clock.format("import attrs"),
                "import govplan": clock.format("import govplan"),
                "import the model": clock.format("import govplan.model, govplan.values, govplan.legal"),
                "first json.loads": content + clock.format("import json; json.loads(content)"),
                "first loads": content + clock.format("import govplan; govplan.loads(content, format='json')"),
                "json.loads": content + "import json\n" + clock.format("json.loads(content)"),
                "first loads, all imported": content
                + "import govplan, govplan.files.converter\n"
                + clock.format("govplan.loads(content, format='json')"),
            }
        )
    return [
        ("import govplan / import attrs", timing.ratio(taken, "import govplan", "import attrs"), 1.7),
        ("import of the whole model / import attrs", timing.ratio(taken, "import the model", "import attrs"), None),
        (
            "process start to first plan / the same with json.loads",
            timing.ratio(taken, "first loads", "first json.loads"),
            None,
        ),
        (
            "first load, modules imported / first json.loads",
            timing.ratio(taken, "first loads, all imported", "json.loads"),
            None,
        ),
    ]


def _over(action: Callable[[T], object], items: list[T]) -> Callable[[], None]:
    def run() -> None:
        for item in items:
            action(item)

    return run


def main() -> int:
    """Print every ratio beside its bound; the status says whether all hold."""
    made, real = documents.made_plans(20), [documents.example()]
    rows = [
        *loading("made plans", made),
        *loading("Quảng Nam 2023", real),
        *checking.rows("made plans", made),
        *checking.rows("Quảng Nam 2023", real),
        *checking.many(),
        *adding.rows(),
        *citing.rows(),
        *reading.rows(),
        *starting(),
    ]
    broken = 0
    for name, measured, bound in rows:
        if bound is None:
            print(f"{name:<62}{measured:>8.2f}")
            continue
        from_below = isinstance(bound, timing.AtLeast)
        is_kept = measured >= bound if from_below else measured <= bound
        broken += not is_kept
        verdict = "ok" if is_kept else "UNDER" if from_below else "OVER"
        print(f"{name:<62}{measured:>8.2f}  {'least' if from_below else 'bound'} {bound:>5.2f}  {verdict}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
