package org.gongkai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** What a check found, and how far each rule got. Immutable. */
public final class Assessment extends Data {
  private final Dossier dossier;
  private final CheckOptions options;
  private final byte[] waivers;
  private final LocalDate today;
  private final List<Finding> findings;

  Assessment(JsonObject json, Dossier dossier, CheckOptions options, byte[] waivers, LocalDate today) {
    super(json);
    this.dossier = dossier;
    this.options = options;
    this.waivers = waivers;
    this.today = today;
    this.findings = list(json.getAsJsonArray("findings"), finding -> new Finding(finding.getAsJsonObject()));
  }

  /** In the order of the rules, then of the cells. */
  public List<Finding> findings() { return findings; }

  /** How many cannot be right; 0 does not say that the report is right, see {@link #coverage()}. */
  public int errors() { return count("error"); }

  /** How many are to be corrected or explained. */
  public int warnings() { return count("warning"); }

  /** How many are hints. */
  public int infos() { return count("info"); }

  /** How many a waiver accepts; they are in none of the other counts. */
  public int waived() { return count("waived"); }

  private int count(String name) { return object(json, "summary").get(name).getAsInt(); }

  /** How far each rule got, in the order of the rules. */
  public List<Coverage> coverage() {
    return list(json.getAsJsonArray("coverage"), rule -> new Coverage(rule.getAsJsonObject()));
  }

  /** This with the findings marked that waivers, JSON of schema gongkai.waivers/1, accept on a day. */
  public Assessment waive(String waivers, LocalDate today) {
    return make(dossier, options, waivers.getBytes(StandardCharsets.UTF_8), today);
  }

  /**
   * The findings for another program.
   *
   * @param file the path that they shall name; may be null
   * @param language of the messages, where the format has one only
   */
  public String write(FindingsFormat format, String file, Language language) {
    if (format == FindingsFormat.XLSX) {
      throw new IllegalArgumentException("a workbook is no text: writeBytes");
    }
    return new String(writeBytes(format, file, language), StandardCharsets.UTF_8);
  }

  /** As {@link #write}, in any format; text is UTF-8. */
  public byte[] writeBytes(FindingsFormat format, String file, Language language) {
    try (Call call = new Call()) {
      Pointer assessment = in(call);
      Pointer name = call.text(file);
      return call.buffer(
          out -> Call.library().gk_assessment_write(assessment, name, format.ordinal(), language.constant(), out));
    }
  }

  /** The report as a web page in the official layout, with the findings marked and explained. */
  public String html(Language language) {
    try (Call call = new Call()) {
      Pointer assessment = in(call);
      Pointer report = dossier.report().reportIn(call);
      return call.text(out -> Call.library().gk_assessment_html(assessment, report, language.constant(), out));
    }
  }

  static Assessment make(Dossier dossier, CheckOptions options, byte[] waivers, LocalDate today) {
    try (Call call = new Call()) {
      Pointer assessment = in(call, dossier, options, waivers, today);
      JsonElement json = Gongkai.parse(call.text(out -> Call.library().gk_assessment_json(assessment, out)));
      return new Assessment(json.getAsJsonObject(), dossier, options, waivers, today);
    }
  }

  private Pointer in(Call call) { return in(call, dossier, options, waivers, today); }

  private static Pointer in(Call call, Dossier dossier, CheckOptions options, byte[] waivers, LocalDate today) {
    NativeLibrary library = Call.library();
    Pointer read = dossier.in(call);
    Pointer how = options.in(call);
    Pointer assessment = call.make(out -> library.gk_dossier_check(read, how, out), library::gk_assessment_free);
    if (waivers != null) {
      call.check(library.gk_assessment_waive(assessment, call.bytes(waivers), waivers.length, today.getYear(),
          today.getMonthValue(), today.getDayOfMonth(), call.allocate(8)));
    }
    return assessment;
  }
}
