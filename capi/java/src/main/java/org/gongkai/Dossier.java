package org.gongkai;

import com.sun.jna.Pointer;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A report with what stands beside it: last year's, and those of the bodies whose figures it includes. Immutable. */
public final class Dossier {
  private final Report report;
  private final Report previous;
  private final Map<String, Report> children;
  private final boolean childrenAreComplete;

  Dossier(Report report, Report previous, Map<String, Report> children, boolean childrenAreComplete) {
    this.report = report;
    this.previous = previous;
    this.children = children;
    this.childrenAreComplete = childrenAreComplete;
  }

  /** The report itself. */
  public Report report() { return report; }

  /** This with the same body's report on the year before. */
  public Dossier withPrevious(Report previous) { return new Dossier(report, previous, children, childrenAreComplete); }

  /**
   * This with the reports of the bodies whose figures it includes.
   *
   * @param children by the names that findings shall call them; null where a body has filed none
   * @param complete whether these are all of them: a sum that differs is then an error
   */
  public Dossier withChildren(Map<String, Report> children, boolean complete) {
    return new Dossier(report, previous, Collections.unmodifiableMap(new LinkedHashMap<>(children)), complete);
  }

  /** Checks the report, also against what stands beside it. */
  public Assessment check(CheckOptions options) { return Assessment.make(this, options.copy(), null, null); }

  /** Which cells may be wrong, in words, one line after the other; empty where everything adds up. */
  public String why(Language language) {
    try (Call call = new Call()) {
      Pointer dossier = in(call);
      return call.text(out -> Call.library().gk_dossier_why(dossier, 0, language.constant(), out));
    }
  }

  /** The same as JSON, schema gongkai.localization/1. */
  public String localization() {
    try (Call call = new Call()) {
      Pointer dossier = in(call);
      return call.text(out -> Call.library().gk_dossier_localize_json(dossier, 0, out));
    }
  }

  /** What differs in a corrected report, as JSON of schema gongkai.diff/1. */
  public String diff(Dossier after) {
    try (Call call = new Call()) {
      Pointer old = in(call);
      Pointer corrected = after.in(call);
      return call.text(out -> Call.library().gk_dossier_diff_json(old, corrected, null, out));
    }
  }

  Pointer in(Call call) {
    return call.new Struct(64, true)
        .pointer(null).pointer(report.readingIn(call))
        .pointer(null).pointer(previous == null ? null : previous.readingIn(call))
        .pointer(childrenIn(call, children)).i64(children.size())
        .i32(childrenAreComplete ? 1 : 0).i32(0)
        .done();
  }

  static Pointer childrenIn(Call call, Map<String, Report> children) {
    if (children.isEmpty()) {
      return null;
    }
    Call.Struct array = call.new Struct(32L * children.size(), false);
    children.forEach((name, child) -> array.pointer(call.text(name)).pointer(null)
        .pointer(child == null ? null : child.readingIn(call)).i32(child == null ? 1 : 0).i32(0));
    return array.done();
  }
}
