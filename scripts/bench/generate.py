"""Writes realistic code of a given length: the same for the same seed, without a syntax error."""

from __future__ import annotations

import random

NOUNS = ["order", "invoice", "customer", "shipment", "refund", "basket", "coupon", "ticket", "report", "ledger"]
VERBS = ["load", "store", "update", "collect", "merge", "publish", "check", "resolve", "apply", "cancel"]


def python(lines: int, seed: int = 1) -> str:
    rng = random.Random(seed)
    out = [
        '"""Orders, and what happens to them."""',
        "",
        "import json",
        "import logging",
        "import os",
        "import subprocess",
        "",
        "import requests",
        "",
        "logger = logging.getLogger(__name__)",
        'BASE = "https://shop.internal/api"',
        "LIMIT = 50",
        "",
        "",
    ]
    number = 0
    while len(out) < lines:
        number += 1
        if rng.random() < 0.35:
            out += _python_class(rng, number)
        else:
            out += _python_function(rng, number, "")
            out += ["", ""]
    return "\n".join(out).rstrip() + "\n"


def _python_class(rng: random.Random, number: int) -> list[str]:
    noun = rng.choice(NOUNS).capitalize()
    out = [f"class {noun}Service{number}:", f'    """Keeps {noun.lower()}s."""', ""]
    out += ["    def __init__(self, session, store):", "        self.session = session", "        self.store = store"]
    out += ["        self.cache = {}", ""]
    for index in range(rng.randint(2, 6)):
        out += _python_function(rng, number * 100 + index, "    ")
        out.append("")
    return out + [""]


def _python_function(rng: random.Random, number: int, indent: str) -> list[str]:
    noun, verb = rng.choice(NOUNS), rng.choice(VERBS)
    receiver = "self, " if indent else ""
    name = f"{verb}_{noun}_{number}"
    body: list[str] = [f'"""Does {verb} the {noun}."""']
    for _ in range(rng.randint(2, 6)):
        body += rng.choice(_PYTHON_BLOCKS)(rng, noun)
    body.append(f"return {noun}s")
    head = f"{indent}def {name}({receiver}{noun}s, limit=LIMIT):"
    return [head] + [f"{indent}    {line}" if line else "" for line in body]


def _p_loop(rng, noun):
    return [f"total = 0", f"for {noun} in {noun}s:", f"    if {noun}.amount > limit:", f"        total += {noun}.amount"]


def _p_guard(rng, noun):
    return [f"if not {noun}s:", f'    raise ValueError("no {noun}")']


def _p_request(rng, noun):
    timeout = ", timeout=5" if rng.random() < 0.7 else ""
    return [
        f'response = requests.get(f"{{BASE}}/{noun}/{{limit}}"{timeout})',
        "response.raise_for_status()",
        f"fetched = response.json()",
        f'logger.info("fetched %s", len(fetched))',
    ]


def _p_try(rng, noun):
    if rng.random() < 0.25:
        return ["try:", f'    requests.post(BASE + "/{noun}", json={{"n": limit}}, timeout=3)', "except:", "    pass"]
    return [
        "try:",
        f"    parsed = json.loads({noun}s[0].payload)",
        "except json.JSONDecodeError as error:",
        f'    raise ValueError("bad payload") from error',
        "limit = parsed.get(\"limit\", limit)",
    ]


def _p_unused(rng, noun):
    return [f"unused_{rng.randint(1, 99)} = len({noun}s)"] if rng.random() < 0.4 else [f"limit = min(limit, len({noun}s))"]


def _p_comprehension(rng, noun):
    return [f"names = [{noun}.name.strip() for {noun} in {noun}s if {noun}.name]", "names.sort(key=str.lower)"]


def _p_run(rng, noun):
    check = ", check=True" if rng.random() < 0.6 else ""
    return [f'subprocess.run(["sync-{noun}", str(limit)]{check}, timeout=30)']


def _p_file(rng, noun):
    return [f'with open(os.path.join("/var/lib", "{noun}.json"), encoding="utf-8") as file:', f"    state = json.load(file)"]


_PYTHON_BLOCKS = [_p_loop, _p_guard, _p_request, _p_try, _p_unused, _p_comprehension, _p_run, _p_file]


def typescript(lines: int, seed: int = 1) -> str:
    rng = random.Random(seed)
    out = [
        'import axios from "axios";',
        'import { readFile } from "node:fs/promises";',
        "",
        'const BASE = "https://shop.internal/api";',
        "const LIMIT = 50;",
        "",
        "interface Item { name: string; amount: number; payload: string }",
        "",
    ]
    number = 0
    while len(out) < lines:
        number += 1
        noun = rng.choice(NOUNS)
        if rng.random() < 0.35:
            out += [f"export class {noun.capitalize()}Service{number} {{", "  constructor(private readonly store: Map<string, Item>) {}", ""]
            for index in range(rng.randint(2, 6)):
                out += _ts_function(rng, number * 100 + index, "  ", "async ") + [""]
            out += ["}", ""]
        else:
            out += _ts_function(rng, number, "", "export async function ") + [""]
    return "\n".join(out) + "\n"


def _ts_function(rng: random.Random, number: int, indent: str, keyword: str) -> list[str]:
    noun, verb = rng.choice(NOUNS), rng.choice(VERBS)
    body: list[str] = []
    for index in range(rng.randint(2, 6)):
        body += rng.choice(_TS_BLOCKS)(rng, noun, index)
    body.append(f"return {noun}s;")
    head = f"{indent}{keyword}{verb}{noun.capitalize()}{number}({noun}s: Item[], limit = LIMIT): Promise<Item[]> {{"
    return [head] + [f"{indent}  {line}" for line in body] + [f"{indent}}}"]


def _t_loop(rng, noun, index):
    return [f"let total{index} = 0;", f"for (const {noun} of {noun}s) {{", f"  if ({noun}.amount > limit) total{index} += {noun}.amount;", "}"]


def _t_guard(rng, noun, index):
    return [f"if ({noun}s.length === 0) {{", f'  throw new Error("no {noun}");', "}"]


def _t_request(rng, noun, index):
    options = ", { timeout: 5_000 }" if rng.random() < 0.7 else ""
    return [f"const answer{index} = await axios.get(`${{BASE}}/{noun}/${{limit}}`{options});", f"console.info(answer{index}.data.length);"]


def _t_try(rng, noun, index):
    if rng.random() < 0.25:
        return ["try {", f'  await axios.post(BASE + "/{noun}", {{ limit }}, {{ timeout: 3_000 }});', "} catch {", "}"]
    return ["try {", f"  JSON.parse({noun}s[0].payload);", "} catch (error) {", '  throw new Error("bad payload", { cause: error });', "}"]


def _t_map(rng, noun, index):
    return [f"const names{index} = {noun}s.map(({noun}) => {noun}.name.trim()).filter((name) => name.length > 0);"]


def _t_file(rng, noun, index):
    return [f'const state{index} = JSON.parse(await readFile("/var/lib/{noun}.json", "utf8"));']


_TS_BLOCKS = [_t_loop, _t_guard, _t_request, _t_try, _t_map, _t_file]

GENERATORS = {"python": (python, "py"), "typescript": (typescript, "ts")}
