package org.gongkai;

import com.google.gson.JsonObject;
import com.sun.jna.Pointer;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One annual report as it was read, with its check. Immutable, and free of native memory: it keeps the bytes of its
 * document, and what needs the library reads them again, which takes a millisecond or so.
 */
public final class Report extends Data {
  private final byte[] bytes;
  private final ReadOptions options;
  private final int index;
  private final boolean isOneOfMany;
  private final JsonObject content;
  private final JsonObject about;
  private final Map<String, BigDecimal> cells;
  private final Assessment assessment;

  Report(byte[] bytes, ReadOptions options, CheckOptions checking, int index, boolean isOneOfMany, JsonObject checked) {
    super(object(checked, "reading"));
    this.bytes = bytes;
    this.options = options;
    this.index = index;
    this.isOneOfMany = isOneOfMany;
    this.content = object(json, "report");
    this.about = object(content, "about");
    JsonObject filled = object(content, "cells");
    Map<String, BigDecimal> values = new LinkedHashMap<>();
    for (String key : Gongkai.byKey().keySet()) {
      values.put(key, number(filled, key));
    }
    this.cells = Collections.unmodifiableMap(values);
    this.assessment = new Assessment(object(checked, "assessment"), beside(), checking, null, null);
  }

  /** What stands above the report. */
  public String title() { return text(about, "title"); }

  /** The body that reports, as it names itself. */
  public String authority() { return text(about, "authority"); }

  /** The year reported on; null where it is not known. */
  public Integer year() {
    BigDecimal year = number(about, "year");
    return year == null ? null : year.intValueExact();
  }

  /** The edition of the form, such as "2021"; null where it is not known. */
  public String edition() { return text(about, "edition"); }

  /** "national", "province", "prefecture", "county" or "township"; null where it is not known. */
  public String level() { return text(about, "level"); }

  /** "government", "department", "agency" or "institution"; null where it is not known. */
  public String kind() { return text(about, "kind"); }

  /** The day on which it was published; null where it is not known. */
  public LocalDate publicationDate() {
    String date = text(about, "publication_date");
    return date == null ? null : LocalDate.parse(date);
  }

  /**
   * What stands in a cell: a count, or yuan. Null where nothing was written, or where it could not be read:
   * {@link #source} tells the two apart.
   *
   * @throws IllegalArgumentException there is no such cell
   */
  public BigDecimal value(String key) {
    Gongkai.cell(key);
    return cells.get(key);
  }

  /** The values of all cells of all editions, in the order of the form. */
  public Map<String, BigDecimal> cells() { return cells; }

  /** The narrative text with this key, such as "overview"; null where there is no such text. */
  public String narrative(String key) { return text(object(content, "narrative"), key); }

  /** Where a cell stood and how it was written; null where its form has no such cell, or there is no document. */
  public Source source(String key) {
    Gongkai.cell(key);
    JsonObject found = object(object(json, "sources"), key);
    return found == null ? null : new Source(found);
  }

  /** What the reader noticed, in document order. */
  public List<Note> notes() { return list(json.getAsJsonArray("notes"), note -> new Note(note.getAsJsonObject())); }

  /** What the check that comes with reading found. */
  public Assessment check() { return assessment; }

  /** Checks it in another way. */
  public Assessment check(CheckOptions options) { return beside().check(options); }

  /** Which cells may be wrong, in words; empty where everything adds up. */
  public String why(Language language) { return beside().why(language); }

  /** This report, to be checked beside others. */
  public Dossier beside() { return new Dossier(this, null, Collections.emptyMap(), false); }

  /** The report in a format; text is UTF-8. The language is that of the page around the form, in HTML. */
  public byte[] write(Format format, Language language) {
    try (Call call = new Call()) {
      Pointer report = reportIn(call);
      return call.buffer(out -> Call.library().gk_report_write(report, format.ordinal(), language.constant(), out));
    }
  }

  /** The report in a format, in Chinese. */
  public byte[] write(Format format) { return write(format, Language.ZH); }

  /** A Word document of your own with its fields, {{requests.received.total}} and the like, filled in. */
  public byte[] fillDocx(byte[] template) {
    try (Call call = new Call()) {
      Pointer report = reportIn(call);
      Pointer document = call.bytes(template);
      return call.buffer(out -> Call.library().gk_report_fill_docx(report, document, template.length, out));
    }
  }

  Pointer readingIn(Call call) {
    NativeLibrary library = Call.library();
    Pointer document = call.bytes(bytes);
    Pointer how = options.in(call);
    if (!isOneOfMany) {
      return call.make(out -> library.gk_read(document, bytes.length, how, out), library::gk_reading_free);
    }
    Pointer all = call.make(out -> library.gk_read_all(document, bytes.length, how, out), library::gk_readings_free);
    return call.lend(out -> library.gk_readings_get(all, index, out));
  }

  Pointer reportIn(Call call) {
    Pointer reading = readingIn(call);
    return call.lend(out -> Call.library().gk_reading_report(reading, out));
  }
}
