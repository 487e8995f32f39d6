package org.gongkai;

import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How to check. Rules are named by their ids or the beginnings of some; checking takes a copy. */
public final class CheckOptions {
  private boolean blanksUnknown;
  private final List<String> only = new ArrayList<>();
  private final List<String> skip = new ArrayList<>();
  private final Map<String, Severity> severities = new LinkedHashMap<>();

  /** A blank counts as any number from 0 up, and only what holds or fails for all of them is decided. Otherwise it is 0. */
  public CheckOptions blanksUnknown() {
    blanksUnknown = true;
    return this;
  }

  /** Runs these rules only. */
  public CheckOptions only(String... rules) {
    only.addAll(Arrays.asList(rules));
    return this;
  }

  /** Does not run these. */
  public CheckOptions skip(String... rules) {
    skip.addAll(Arrays.asList(rules));
    return this;
  }

  /** Grades the findings of these rules otherwise. */
  public CheckOptions severity(String rules, Severity severity) {
    severities.put(rules, severity);
    return this;
  }

  CheckOptions copy() {
    CheckOptions result = new CheckOptions();
    result.blanksUnknown = blanksUnknown;
    result.only.addAll(only);
    result.skip.addAll(skip);
    result.severities.putAll(severities);
    return result;
  }

  int blanks() { return blanksUnknown ? 1 : 0; }

  Pointer in(Call call) {
    Call.Struct overrides = call.new Struct(16L * severities.size(), false);
    severities.forEach((rules, severity) -> overrides.pointer(call.text(rules)).i32(severity.ordinal()).i32(0));
    return call.new Struct(64, true)
        .i32(blanks()).i32(0)
        .pointer(texts(call, only)).i64(only.size())
        .pointer(texts(call, skip)).i64(skip.size())
        .pointer(severities.isEmpty() ? null : overrides.done()).i64(severities.size())
        .done();
  }

  private static Pointer texts(Call call, List<String> texts) {
    if (texts.isEmpty()) {
      return null;
    }
    Call.Struct array = call.new Struct(8L * texts.size(), false);
    texts.forEach(text -> array.pointer(call.text(text)));
    return array.done();
  }
}
