"""Draws a recorded terminal as an SVG, for the README.

    script -qfc "npm run --silent quickstart" run.txt
    pip install rich && python3 docs/images/render.py run.txt 3 7 8 > docs/images/quickstart.svg

The numbers are the stages of the quickstart to show. Ports, and durations that vary from run to run, stay as recorded.
"""

import re
import sys
from io import StringIO

from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

FORMAT = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" xmlns="http://www.w3.org/2000/svg">
<style>
.{unique_id}-matrix {{ font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;
  font-size: {char_height}px; line-height: {line_height}px; white-space: pre; }}
{styles}
</style>
<defs>{lines}</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})">
{backgrounds}
<g class="{unique_id}-matrix" xml:space="preserve">{matrix}</g>
</g>
</svg>
"""


def stages(recording: str, wanted: list[str]) -> str:
    """The wanted stages, without what `script` and npm put around them."""
    plain_start = re.compile(r"^(?:\x1b\[[0-9;]*m)*(\d+)\. ", re.MULTILINE)
    starts = [(m.group(1), m.start()) for m in plain_start.finditer(recording)]
    ends = [start for _, start in starts[1:]] + [recording.find("That was the whole life")]
    parts = [recording[start:end].rstrip() for (number, start), end in zip(starts, ends) if number in wanted]
    return "\n\n".join(parts)


def main() -> None:
    path, *wanted = sys.argv[1:]
    with open(path, encoding="utf-8", newline="") as file:
        recording = file.read().replace("\r\n", "\n")
    console = Console(record=True, width=132, file=StringIO(), force_terminal=True)
    console.print(Text.from_ansi(stages(recording, wanted)), soft_wrap=True)
    svg = console.export_svg(title="npm run quickstart", theme=MONOKAI, code_format=FORMAT, unique_id="quickstart")
    print(svg)


main()
