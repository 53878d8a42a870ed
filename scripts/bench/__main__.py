"""Measures Lacuna: typing beside `ruff server` and tree-sitter's own reparse, review, start-up, memory.

    make bench                 everything, as a table
    make bench BENCH="--json"  as data
    make bench BENCH="--quick" one small size, fewer keystrokes
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import sysconfig
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "shared")]

import generate  # noqa: E402
import keystrokes  # noqa: E402
import sessions  # noqa: E402
from server import Server  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
SIZES = [300, 3_000, 10_000, 50_000]


def main() -> int:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print data instead of a table")
    parser.add_argument("--quick", action="store_true", help="3,000 lines of Python, 80 keystrokes, no review")
    parser.add_argument("--sizes", type=lambda text: [int(part) for part in text.split(",")], default=SIZES)
    parser.add_argument("--languages", type=lambda text: text.split(","), default=["python", "typescript"])
    parser.add_argument("--keystrokes", type=int, default=190)
    parser.add_argument("--index-lines", type=int, default=1_000_000, help="of the workspace that is indexed (0: none)")
    parser.add_argument("--no-review", action="store_true")
    parser.add_argument("--lacuna", default=None, help="the binary (default: the release build)")
    options = parser.parse_args()
    if options.quick:
        options.languages, options.keystrokes, options.no_review, options.index_lines = ["python"], 80, True, 0
        options.sizes = [3_000] if options.sizes is SIZES else options.sizes

    lacuna = Path(options.lacuna).resolve() if options.lacuna else _release_binary()
    ruff = ROOT / ".tools/bench/bin/ruff"
    for tool in (lacuna, ruff):
        if not tool.exists():
            print(f"bench: {tool} is not there; run `make bench`", file=sys.stderr)
            return 2
    report: dict = {"typing": [], "burst": [], "startup": {}, "memory_mb": {}}
    with tempfile.TemporaryDirectory(prefix="lacuna-bench-") as folder:
        for language in options.languages:
            for size in options.sizes:
                _typing(report, Path(folder), language, size, options.keystrokes, lacuna, ruff)
        _startup(report, Path(folder), lacuna, ruff)
        if options.index_lines:
            report["index"] = _index(Path(folder) / "workspace", options.index_lines, options.keystrokes, lacuna)
        if not options.no_review:
            report["review"] = _review(Path(folder), lacuna)
    if options.json:
        print(json.dumps(report, indent=2))
    else:
        _print(report)
    return 0


def _release_binary() -> Path:
    command = ["swift", "build", "--configuration", "release", "--static-swift-stdlib", "--show-bin-path"]
    return Path(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()) / "lacuna"


def _typing(report, folder: Path, language: str, size: int, count: int, lacuna: Path, ruff: Path) -> None:
    make, ending = generate.GENERATORS[language]
    source = make(size)
    edits = keystrokes.make(language, source, count)
    path = folder / f"service_{size}.{ending}"
    path.write_text(source)
    tools = [("lacuna", [str(lacuna), "lsp"])]
    if language == "python":
        tools.append(("ruff", [str(ruff), "server"]))
    for name, command in tools:
        server = Server(command, folder)
        server.initialize(folder)
        session = sessions.Session(server, path, language, source)
        session.always_publishes = name == "ruff"
        result = sessions.run(server, session, edits, pause=0.045)
        report["typing"].append({"tool": name, "language": language, "lines": source.count("\n"), **_figures(result)})
        report["memory_mb"][f"{name} {language} {size}"] = round(server.peak_megabytes(), 1)
        server.stop()
        if size == 10_000:
            report["burst"].append({"tool": name, "language": language, "ms": _burst(command, folder, path, language, source, edits)})
    report["typing"].append(
        {"tool": "tree-sitter", "language": language, "lines": source.count("\n"), **_reparse(lacuna, path, edits)}
    )


def _burst(command, folder: Path, path: Path, language: str, source: str, edits) -> float:
    server = Server(command, folder)
    server.initialize(folder)
    session = sessions.Session(server, path, language, source)
    seconds = sessions.burst(session, edits[:40])
    server.stop()
    return round(1000 * seconds, 1)


def _reparse(lacuna: Path, path: Path, edits) -> dict:
    """tree-sitter alone, on the same edits, from within the same binary."""
    lines = "\n".join(json.dumps({"start": edit.start, "end": edit.end, "text": edit.text}) for edit in edits)
    edits_file = path.with_suffix(".edits")
    edits_file.write_text(lines + "\n")
    command = [str(lacuna), "debug", "reparse", str(path), str(edits_file)]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return _quantiles([float(line) / 1000 for line in output.split()])


def _figures(result: dict) -> dict:
    latencies, kept = result["latencies"], result["kept"]
    figures = _quantiles(latencies)
    where_kept = [latency for latency, is_kept in zip(latencies, kept) if is_kept]
    figures["p50_where_kept"] = round(1000 * statistics.median(where_kept), 3) if where_kept else None
    figures["kept_percent"] = round(100 * sum(kept) / max(1, len(kept)), 1)
    figures["cpu_ms_per_edit"] = round(result["cpu_ms_per_edit"], 2)
    figures["findings"] = result["findings"]
    return figures


def _quantiles(seconds: list[float]) -> dict:
    ordered = sorted(seconds)

    def at(share: float) -> float:
        return round(1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0

    return {"p50": at(0.5), "p95": at(0.95), "p99": at(0.99)}


def _startup(report, folder: Path, lacuna: Path, ruff: Path) -> None:
    for name, command in (("lacuna", [str(lacuna), "lsp"]), ("ruff", [str(ruff), "server"])):
        times = []
        for _ in range(20):
            server = Server(command, folder)
            times.append(server.initialize(folder))
            server.stop()
        report["startup"][name] = round(1000 * statistics.median(times), 2)


def _index(folder: Path, lines: int, count: int, lacuna: Path) -> dict:
    """Typing while the workspace is indexed, beside typing with the index off; and the index alone."""
    total = 0
    number = 0
    while total < lines:
        language = ["python", "typescript"][number % 2]
        make, ending = generate.GENERATORS[language]
        source = make(400 + 137 * (number % 9), seed=number)
        path = folder / f"part{number % 40}" / f"module_{number}.{ending}"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source)
        total += source.count("\n")
        number += 1
    source = generate.GENERATORS["python"][0](3_000)
    path = folder / "typed.py"
    path.write_text(source)
    edits = keystrokes.make("python", source, min(count, 120))
    report: dict = {"lines": total, "files": number}
    for name, enabled in (("idle", False), ("while_indexing", True), ("idle_again", False)):
        server = Server([str(lacuna), "lsp"], folder)
        server.initialize(folder, {"index": {"enable": enabled}}, progress=True)
        session = sessions.Session(server, path, "python", source, quiet=0.3)
        result = sessions.run(server, session, edits, pause=0.03)
        report[name] = _quantiles(result["latencies"])
        if enabled:
            report["ended_before_typing_did"] = session.has_indexed
            session.wait_for_index(600)
            report["background_seconds"] = round(time.perf_counter() - server.started, 1)
            report["peak_mb"] = round(server.peak_megabytes(), 1)
        server.stop()
    # Once more, with what the server before has kept.
    server = Server([str(lacuna), "lsp"], folder)
    server.initialize(folder, progress=True)
    session = sessions.Session(server, path, "python", source, quiet=3)
    report["warm_findings_ms"] = round(1000 * (session.first_findings - server.started)) if session.first_findings else None
    session.wait_for_index(120)
    if session.indexed_at:
        report["warm_seconds"] = round(session.indexed_at - server.started, 2)
    report["warm_peak_mb"] = round(server.peak_megabytes(), 1)
    server.stop()
    for part in (25, 100):
        command = [str(lacuna), "debug", "indexing", str(folder), "--part", str(part)]
        output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        report[f"alone_{part}_percent"] = output.splitlines()[0]
    return report


def _review(folder: Path, lacuna: Path) -> list[dict]:
    """The Python standard library: on one core and on two, then again from the cache."""
    library = Path(sysconfig.get_paths()["stdlib"])
    # What is installed beside it is another amount on every machine.
    parts = sorted(str(part) for part in library.iterdir() if part.name not in ("site-packages", "dist-packages"))
    lines = 0
    for parent, folders, files in os.walk(library):
        if parent == str(library):
            folders[:] = [name for name in folders if str(library / name) in parts]
        for name in files:
            if name.endswith(".py"):
                with open(os.path.join(parent, name), "rb") as file:
                    lines += file.read().count(b"\n")
    results = []
    # Once to fill the cache, then what it is for.
    for cores, cache in ((1, "none"), (2, "none"), (2, "empty"), (2, "full")):
        command = ["taskset", "-c", "0" if cores == 1 else "0,1", str(lacuna), "review", "--format", "json", *parts]
        environment = {**os.environ, "LACUNA_CACHE": "off" if cache == "none" else str(folder / "cache")}
        with open(folder / "review.json", "wb") as output:
            started = time.perf_counter()
            process = subprocess.Popen(command, stdout=output, env=environment)
            _, _, usage = os.wait4(process.pid, 0)
            seconds = time.perf_counter() - started
        results.append(
            {
                "cores": cores,
                "cache": cache,
                "lines": lines,
                "seconds": round(seconds, 2),
                "lines_per_second": round(lines / seconds),
                "peak_mb": round(usage.ru_maxrss / 1024, 1),
            }
        )
    return results


def _print(report: dict) -> None:
    print("Keystroke to findings (ms)\n")
    header = f"{'language':<11}{'lines':>7}  {'tool':<12}{'p50':>9}{'p95':>9}{'p99':>9}{'p50 kept':>10}{'kept %':>8}{'CPU/edit':>10}{'findings':>10}"
    print(header)
    rows = {(row["language"], row["lines"], row["tool"]): row for row in report["typing"]}
    for row in report["typing"]:
        line = f"{row['language']:<11}{row['lines']:>7}  {row['tool']:<12}{row['p50']:>9.2f}{row['p95']:>9.2f}{row['p99']:>9.2f}"
        if "kept_percent" in row:
            where_kept = row["p50_where_kept"]
            line += f"{where_kept if where_kept is not None else '-':>10}{row['kept_percent']:>8}{row['cpu_ms_per_edit']:>10}{row['findings']:>10}"
        print(line)
        ruff = rows.get((row["language"], row["lines"], "ruff"))
        if row["tool"] == "ruff":
            ours = rows[(row["language"], row["lines"], "lacuna")]
            base = ruff["p50_where_kept"] or ruff["p50"]
            print(f"{'':<20}lacuna/ruff  p50 {ours['p50'] / base:.2f}  p95 {ours['p95'] / ruff['p95']:.2f}")
    if report["burst"]:
        print("\n40 edits at 30 ms in 10,000 lines, last edit to last findings (ms)\n")
        for row in report["burst"]:
            print(f"{row['language']:<11}{row['tool']:<12}{row['ms']:>9}")
    print("\nStart to the answer to `initialize` (ms): " + ", ".join(f"{k} {v}" for k, v in report["startup"].items()))
    print("Peak memory (MB): " + ", ".join(f"{k} {v}" for k, v in report["memory_mb"].items()))
    if index := report.get("index"):
        print(f"\nIndex of {index['lines']:,} lines in {index['files']:,} files, by a language server that is typed in")
        for name in ("idle", "while_indexing", "idle_again"):
            row = index[name]
            print(f"  typing, {name.replace('_', ' '):<16} p50 {row['p50']:>7.2f}  p95 {row['p95']:>7.2f} ms")
        print(f"  complete after {index['background_seconds']} s, peak {index['peak_mb']} MB")
        if "warm_seconds" in index:
            print(
                f"  started again: first findings after {index['warm_findings_ms']} ms, complete after "
                f"{index['warm_seconds']} s, peak {index['warm_peak_mb']} MB"
            )
        for part in (25, 100):
            print(f"  alone, {part} % of the machine: {index[f'alone_{part}_percent']}")
    for row in report.get("review", []):
        print(
            f"Review on {row['cores']} core(s), cache {row['cache']}: {row['lines']:,} lines in {row['seconds']} s, "
            f"{row['lines_per_second']:,} lines/s, peak {row['peak_mb']} MB"
        )


if __name__ == "__main__":
    sys.exit(main())
