package org.gongkai;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Reads and checks 政府信息公开工作年度报告, annual reports on government information disclosure.
 *
 * <pre>{@code
 * Report report = Gongkai.read(bytes);
 * for (Finding finding : report.check().findings()) {
 *   System.out.println(finding.message(Language.ZH));
 * }
 * }</pre>
 *
 * Every function may be called by any number of threads at once; every object that it gives is immutable.
 */
public final class Gongkai {
  private static final int TELL_COVERAGE = 1;
  private static final int TELL_READING = 4;

  private Gongkai() {}

  /** What the library does not change while it is loaded. */
  private static final class Catalog {
    static final Map<String, Cell> CELLS = new LinkedHashMap<>();
    static final List<Rule> RULES;

    static {
      for (JsonElement cell : array("cells", Call.library()::gk_cells_json)) {
        CELLS.put(cell.getAsJsonObject().get("key").getAsString(), new Cell(cell.getAsJsonObject()));
      }
      RULES = Data.list(array("rules", Call.library()::gk_rules_json), rule -> new Rule(rule.getAsJsonObject()));
    }

    private static JsonArray array(String name, ToIntFunction<PointerByReference> function) {
      try (Call call = new Call()) {
        return parse(call.text(function)).getAsJsonObject().getAsJsonArray(name);
      }
    }
  }

  /** The release of the native library. */
  public static String version() { return Call.library().gk_version(); }

  /** The cells of the form, over all editions, in its order. */
  public static List<Cell> cells() { return Collections.unmodifiableList(new ArrayList<>(byKey().values())); }

  /** The rules that are checked. */
  public static List<Rule> rules() {
    Call.library();
    return Catalog.RULES;
  }

  static Map<String, Cell> byKey() {
    Call.library();  // whose failure to load must not be that of the class
    return Catalog.CELLS;
  }

  static Cell cell(String key) {
    Cell cell = byKey().get(key);
    if (cell == null) {
      throw new IllegalArgumentException("没有这个格子 (there is no such cell): " + key);
    }
    return cell;
  }

  /**
   * Reads and checks a report: a web page, Word, Excel, text, CSV, JSON, or what {@code pdftotext -bbox-layout} makes of
   * a PDF.
   *
   * @throws DocumentException there is no annual report in it; what could not be read inside one is in its notes
   */
  public static Report read(byte[] bytes) { return read(bytes, new ReadOptions()); }

  /** The same with what the caller knows. */
  public static Report read(byte[] bytes, ReadOptions options) { return read(bytes, options, false).get(0); }

  /** Reads and checks every report in a file that holds those of several bodies. */
  public static List<Report> readAll(byte[] bytes, ReadOptions options) { return read(bytes, options, true); }

  private static List<Report> read(byte[] given, ReadOptions givenOptions, boolean all) {
    byte[] bytes = given.clone();
    ReadOptions options = givenOptions.copy();
    CheckOptions checking = new CheckOptions();
    try (Call call = new Call()) {
      Pointer document = call.bytes(bytes);
      Pointer how = telling(call, options, checking, all);
      String json = call.text(out -> Call.library().gk_check_json(document, bytes.length, how, out));
      return reports(bytes, options, checking, all, parse(json).getAsJsonObject());
    }
  }

  /**
   * Reads and checks many documents in one call.
   *
   * @param threads how many to use; 0: one for each processor
   * @return as many results, in the order of the documents
   */
  public static List<Result> readMany(List<byte[]> documents, ReadOptions givenOptions, CheckOptions givenChecking, int threads) {
    ReadOptions options = givenOptions.copy();
    CheckOptions checking = givenChecking.copy();
    List<byte[]> copies = new ArrayList<>(documents.size());
    try (Call call = new Call()) {
      Call.Struct inputs = call.new Struct(16L * Math.max(1, documents.size()), false);
      for (byte[] document : documents) {
        copies.add(document.clone());
        inputs.pointer(call.bytes(document)).i64(document.length);
      }
      Pointer array = documents.isEmpty() ? null : inputs.done();
      Pointer telling = telling(call, options, checking, false);
      Pointer how = call.new Struct(16, true).i32(threads).i32(0).done();
      String lines = call.text(out -> Call.library().gk_inputs_check_json(array, documents.size(), telling, how, out));
      List<Result> results = new ArrayList<>(documents.size());
      for (String line : lines.isEmpty() ? new String[0] : lines.split("\n")) {
        results.add(result(copies.get(results.size()), options, checking, parse(line).getAsJsonObject()));
      }
      return Collections.unmodifiableList(results);
    }
  }

  /**
   * Adds up the reports of several bodies, exactly.
   *
   * @param children by the names of the bodies; null where one has filed none
   * @return JSON of schema gongkai.rollup/1: the total, and what could not be added and why
   */
  public static String rollup(Map<String, Report> children, String authority) {
    try (Call call = new Call()) {
      NativeLibrary library = Call.library();
      Pointer array = Dossier.childrenIn(call, children);
      Pointer options = call.new Struct(24, true).pointer(call.text(authority)).i32(0).i32(0).done();
      PointerByReference total = new PointerByReference();
      String rest = call.text(out -> library.gk_rollup(array, children.size(), options, total, out));
      library.gk_report_free(total.getValue());
      return rest;
    }
  }

  static JsonElement parse(String json) { return JsonParser.parseString(json); }

  private static Pointer telling(Call call, ReadOptions options, CheckOptions checking, boolean all) {
    return call.new Struct(32, true).pointer(options.in(call)).pointer(checking.in(call))
        .i32(TELL_COVERAGE | TELL_READING).i32(all ? 1 : 0).done();
  }

  private static List<Report> reports(byte[] bytes, ReadOptions options, CheckOptions checking, boolean all, JsonObject checked) {
    List<Report> result = new ArrayList<>();
    for (JsonElement report : checked.getAsJsonArray("reports")) {
      result.add(new Report(bytes, options, checking, result.size(), all, report.getAsJsonObject()));
    }
    return Collections.unmodifiableList(result);
  }

  private static Result result(byte[] bytes, ReadOptions options, CheckOptions checking, JsonObject checked) {
    JsonObject error = Data.object(checked, "error");
    if (error == null) {
      return new Result(reports(bytes, options, checking, false, checked).get(0), null);
    }
    JsonObject message = Data.object(error, "message");
    String word = Data.text(error, "code");
    String name = "GK_E_" + (word.equals("limit_exceeded") ? "LIMIT" : word.toUpperCase(Locale.ROOT));
    return new Result(null, GongkaiException.of(code(name), name, Data.text(message, "zh"), Data.text(message, "en"),
        Place.of(Data.object(error, "place"))));
  }

  private static int code(String name) {
    int code = 1;
    while (code < 100 && !Call.library().gk_status_name(code).getString(0).equals(name)) {
      ++code;
    }
    return code;
  }
}
