"""A fourth demo is one file and one line of the catalogue: proved by building it in a copy of the package."""

import json
import os
import pathlib
import shutil
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
DEMO = """\
import Terminal
import Wording

/// Counts a number down to nothing.
public struct CountdownDemo: Demo {
  public static let card = DemoCard(
    id: "countdown", title: Bilingual(en: "Countdown", zh: "倒数"),
    knobs: [Knob("start", Bilingual(en: "start", zh: "起点"), .linear(1...9, by: 1), default: .number(5))],
    regions: [], goal: Goal("left", .atMost, 0, within: 9), defaultSteps: 9)

  private var left: Double

  public init(settings: Settings, seed: UInt64) { left = settings.number("start") }

  public var isFinished: Bool { left <= 0 }
  public var metrics: [Metric] { [Metric("left", left)] }
  public var activeRegion: String? { nil }
  public mutating func step() { left -= 1 }
  public mutating func apply(_ input: DemoInput) -> InputFault? { nil }
  public func narration(_ language: Language) -> String { language == .en ? "\\(left) left" : "还剩 \\(left)" }
  public func table(_ language: Language) -> DataTable { DataTable(columns: ["left"], rows: [["\\(left)"]]) }
  public func draw(on surface: inout Surface, context: DrawContext) {
    surface.write(narration(context.language), x: 0, y: 0, style: context.theme.text)
  }
}
"""


@pytest.fixture
def package(tmp_path_factory):
    """A copy of the package, with the dependencies' sources that are here already."""
    copy = tmp_path_factory.mktemp("package") / "gradus"
    shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".build", ".git"), symlinks=True)
    for name in ("checkouts", "repositories"):
        shutil.copytree(ROOT / ".build" / name, copy / ".build" / name, symlinks=True)
    shutil.copy(ROOT / ".build/workspace-state.json", copy / ".build")
    yield copy
    shutil.rmtree(copy, ignore_errors=True)


def build(package, tmp_path):
    environment = {**os.environ, "GRADUS_HOME": str(tmp_path)}
    done = subprocess.run(
        ["swift", "build", "--product", "gradus", "--skip-update"],
        cwd=package, env=environment, capture_output=True, text=True,
    )
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    return package / ".build/debug/gradus"


@pytest.mark.skipif("GRADUS_QUICK" in os.environ, reason="builds the package once more: a minute or two")
def test_a_fourth_demo_is_one_file_and_one_line_of_the_catalogue(package, tmp_path):
    (package / "Sources/Demos/CountdownDemo.swift").write_text(DEMO)
    catalogue = package / "Sources/Demos/DemoCatalogue.swift"
    text = catalogue.read_text()
    assert text.count("SelfAttentionDemo.self") == 1
    catalogue.write_text(text.replace("SelfAttentionDemo.self", "SelfAttentionDemo.self, CountdownDemo.self"))
    program = build(package, tmp_path)
    listed = json.loads(subprocess.run([program, "demos", "--json"], capture_output=True, text=True).stdout)
    assert [card["id"] for card in listed][-1] == "countdown"
    run = subprocess.run([program, "demo", "countdown", "--json", "--set", "start=3"], capture_output=True, text=True)
    rows = [json.loads(line) for line in run.stdout.splitlines()]
    assert [row["metrics"]["left"] for row in rows] == [2, 1, 0] and rows[-1]["done"]
