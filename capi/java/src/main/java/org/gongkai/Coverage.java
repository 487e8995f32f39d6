package org.gongkai;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far one rule got: how many instances of its relation held, were violated, or stayed open and why. */
public final class Coverage extends Data {
  Coverage(JsonObject json) { super(json); }

  /** The id of the rule. */
  public String rule() { return text("rule"); }

  /** How many held. */
  public int held() { return integer("held"); }

  /** How many did not. */
  public int violated() { return integer("violated"); }

  /** Of those held, how many count a blank as 0. */
  public int assumed() { return integer("assumed"); }

  /** How many could not be decided, by reason. */
  public Map<String, Integer> open() {
    Map<String, Integer> result = new LinkedHashMap<>();
    object(json, "open").entrySet().forEach(entry -> result.put(entry.getKey(), entry.getValue().getAsInt()));
    return result;
  }
}
