"""Running programs one after the other, in turns, and what each took."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of user and system, seconds on the clock, highest resident memory in MB."""

    cpu: float
    clock: float
    memory: float


def run(command: Sequence[str], log: Path) -> Cost:
    """Run a program to its end. RuntimeError with the end of what it said where it fails."""
    started = perf_counter()
    with log.open("wb") as out, subprocess.Popen(command, stdout=out, stderr=subprocess.STDOUT) as program:
        _, status, usage = os.wait4(program.pid, 0)
        program.returncode = os.waitstatus_to_exitcode(status)
    if program.returncode:
        raise RuntimeError(f"{command[-4:]} failed: {log.read_text(errors='replace')[-500:]}")
    return Cost(usage.ru_utime + usage.ru_stime, perf_counter() - started, usage.ru_maxrss / 1024)


def in_turns(commands: Mapping[str, Sequence[str]], rounds: int, log: Path) -> dict[str, list[Cost]]:
    """Each program once a round, so that what else the machine does meets all alike."""
    costs: dict[str, list[Cost]] = {name: [] for name in commands}
    for _ in range(rounds):
        for name, command in commands.items():
            costs[name].append(run(command, log))
    return costs


def cpu(costs: Sequence[Cost]) -> float:
    return median(cost.cpu for cost in costs)
