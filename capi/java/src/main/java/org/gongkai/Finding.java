package org.gongkai;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** One fault, or one thing to look at. Its sides are counts, or yuan where its cells hold money; null where there is none. */
public final class Finding extends Data {
  Finding(JsonObject json) { super(json); }

  /** The id of its rule. */
  public String rule() { return text("rule"); }

  /** How grave it is. */
  public Severity severity() { return Severity.valueOf(text("severity").toUpperCase(Locale.ROOT)); }

  /** One line of words, with both sides and the difference. */
  public String message(Language language) { return inLanguage("message", language); }

  /** One paragraph: what must hold and why, the numbers, what was assumed, where to look. */
  public String explanation(Language language) { return inLanguage("explanation", language); }

  /** The cells that it speaks of, in the order of the relation. */
  public List<FindingCell> cells() {
    return list(json.getAsJsonArray("cells"), cell -> new FindingCell(cell.getAsJsonObject()));
  }

  /** The left side. */
  public BigDecimal left() { return number("left"); }

  /** The right side. */
  public BigDecimal right() { return number("right"); }

  /** Left less right. */
  public BigDecimal difference() { return number("difference"); }

  /** Whether a blank was counted as 0. */
  public boolean assumedZero() { return flag("assumed_zero"); }

  /** The text in question, as written; may be empty. */
  public String detail() { return text("detail"); }

  /** Where to look. */
  public Place place() { return Place.of(object(json, "place")); }

  /** The same in every run while rule, cells and values are. Waivers name it. */
  public String fingerprint() { return text("fingerprint"); }

  /** Why a waiver accepts it; null where none does. */
  public String waiverReason() { return text(object(json, "waiver"), "reason"); }
}
