package org.gongkai;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** Makes a report from figures that you have; what is not set is blank. For one thread at a time. */
public final class ReportBuilder {
  private final JsonObject about = new JsonObject();
  private final JsonObject cells = new JsonObject();
  private final JsonObject narrative = new JsonObject();

  /** @param edition of the form: "2019" or "2021" */
  public ReportBuilder(String edition) { about.addProperty("edition", edition); }

  /** The year reported on. */
  public ReportBuilder year(int year) {
    about.addProperty("year", year);
    return this;
  }

  /** The body that reports. */
  public ReportBuilder authority(String authority) {
    about.addProperty("authority", authority);
    return this;
  }

  /** What stands above the report. */
  public ReportBuilder title(String title) {
    about.addProperty("title", title);
    return this;
  }

  /** The day on which it was published. */
  public ReportBuilder publicationDate(LocalDate date) {
    about.addProperty("publication_date", date.toString());
    return this;
  }

  /**
   * Puts a number into a cell: a count, or yuan into a cell of money. Null makes it blank.
   *
   * @throws IllegalArgumentException there is no such cell, or it does not hold such a number
   */
  public ReportBuilder set(String key, BigDecimal value) {
    if (value == null) {
      Gongkai.cell(key);
      cells.add(key, JsonNull.INSTANCE);
      return this;
    }
    try {
      cells.add(key, Gongkai.cell(key).isMoney()
          ? new JsonPrimitive(value.setScale(2).toPlainString())
          : new JsonPrimitive(value.toBigIntegerExact()));
    } catch (ArithmeticException error) {
      throw new IllegalArgumentException(key + " 不能是 (cannot be) " + value, error);
    }
    return this;
  }

  /** Puts a whole number into a cell. */
  public ReportBuilder set(String key, long value) { return set(key, BigDecimal.valueOf(value)); }

  /** Sets a text, such as "overview". */
  public ReportBuilder narrative(String key, String text) {
    narrative.addProperty(key, text);
    return this;
  }

  /**
   * The report, checked.
   *
   * @throws GongkaiException something in it cannot be held
   */
  public Report build() {
    JsonObject json = new JsonObject();
    json.addProperty("schema", "gongkai.report/1");
    json.add("about", about);
    json.add("cells", cells);
    json.add("narrative", narrative);
    return Gongkai.read(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
