package org.gongkai;

import com.google.gson.JsonObject;
import java.math.BigDecimal;

/** A cell that a finding speaks of, as it was at the time of the check. */
public final class FindingCell extends Data {
  FindingCell(JsonObject json) { super(json); }

  /** The key of the cell. */
  public String key() { return text("key"); }

  /** What stood in it; null where it was blank. */
  public BigDecimal value() { return number("value"); }

  /** Where. */
  public Place place() { return Place.of(json); }
}
