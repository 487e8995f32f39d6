package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GongkaiTest {
  private final Report report = Gongkai.read(Examples.harbour());
  private final Report broken = Gongkai.read(Examples.broken());

  private static List<String> rules(Assessment assessment) {
    return assessment.findings().stream().map(Finding::rule).collect(Collectors.toList());
  }

  @Test
  void theExampleReadsAsTheReadmeSays() {
    assertEquals("滨海港区", report.authority());
    assertEquals(2020, report.year());
    assertEquals("2019", report.edition());
    assertNull(report.level());
    assertNull(report.publicationDate());
    assertEquals(BigDecimal.valueOf(62), report.value("requests.received.total"));
    assertEquals(Arrays.asList("narrative.processed", "value.blank"), rules(report.check()).stream().sorted().collect(Collectors.toList()));
    assertEquals(0, report.check().errors());
    assertEquals(1, report.check().warnings());
    assertEquals(1, report.check().infos());
    assertTrue(report.narrative("overview").contains("依申请公开"));
  }

  @Test
  void everyCellIsWhatPythonGives() throws Exception {
    Map<String, String> environment = new LinkedHashMap<>();
    Path library = Examples.root().resolve("capi/java/target/natives/linux-" + (System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch")) + "/libgongkai.so.0");
    assumeTrue(Files.exists(library), "no library of this machine was packed");
    environment.put("PYTHONPATH", Examples.root().resolve("capi/python").toString());
    environment.put("GONGKAI_LIBRARY", library.toString());
    String printed = Examples.output(environment, "python3", "-B", "-c",
        "import gongkai\nfor k, v in gongkai.read('" + Examples.root() + "/examples/data/harbour-2020.txt').items(): print(k, v)");
    assumeTrue(printed != null, "there is no python3");
    StringBuilder ours = new StringBuilder();
    report.cells().forEach((key, value) -> ours.append(key).append(' ').append(value == null ? "None" : value.toPlainString()).append('\n'));
    assertEquals(printed, ours.toString());
    assertEquals(Gongkai.cells().size(), report.cells().size());
  }

  @Test
  void aBlankIsNullAndAnUnreadCellSaysSo() {
    assertNull(report.value("requests.received.commercial_enterprise"));
    assertEquals("blank", report.source("requests.received.commercial_enterprise").state());
    assertEquals(BigDecimal.ZERO, report.value("disclosure.government_rules.newly_made"));
    byte[] torn = new String(Examples.harbour(), StandardCharsets.UTF_8).replaceFirst("总计列|59(?=\n)", "5九零").getBytes(StandardCharsets.UTF_8);
    List<Note> notes = Gongkai.read(torn, new ReadOptions().withoutInference()).notes();
    assertFalse(notes.isEmpty());
    assertFalse(notes.get(0).message(Language.ZH).isEmpty());
    assertNotNull(notes.get(0).place());
  }

  @Test
  void findingsHaveSidesPlacesAndBothLanguages() {
    Finding finding = broken.check().findings().stream().filter(f -> f.rule().equals("requests.outcomes_sum")).findFirst().get();
    assertEquals(Severity.ERROR, finding.severity());
    assertEquals(BigDecimal.valueOf(66), finding.left());
    assertEquals(BigDecimal.valueOf(69), finding.right());
    assertEquals(BigDecimal.valueOf(-3), finding.difference());
    assertTrue(finding.message(Language.ZH).contains("相差3"));
    assertTrue(finding.message(Language.EN).contains("69"));
    assertTrue(finding.explanation(Language.ZH).contains("依据"));
    assertTrue(finding.place().line() > 100);
    assertEquals(16, finding.fingerprint().length());
    assertNull(finding.waiverReason());
    assertFalse(finding.cells().isEmpty());
    assertNotNull(finding.cells().get(0).value());
    assertTrue(finding.cells().get(0).key().startsWith("requests."));
    assertThrows(UnsupportedOperationException.class, () -> broken.check().findings().clear());
  }

  @Test
  void coverageTellsNothingFromFaultless() {
    Coverage balance = report.check().coverage().stream().filter(c -> c.rule().equals("requests.flow_balance")).findFirst().get();
    assertEquals(2, balance.held());
    assertEquals(0, balance.violated());
    assertEquals(Collections.singletonMap("all_blank", 5), balance.open());
    assertEquals(Gongkai.rules().size(), report.check().coverage().size());
  }

  @Test
  void checkingWithOptionsIsTheSameCheck() {
    assertEquals(report.check().toString(), report.check(new CheckOptions()).toString());
    assertEquals(Collections.singletonList("value.blank"), rules(report.check(new CheckOptions().only("value."))));
    assertEquals(1, report.check(new CheckOptions().skip("value.")).findings().size());
    assertEquals(1, report.check(new CheckOptions().severity("narrative.", Severity.ERROR)).errors());
    assertFalse(report.check(new CheckOptions().blanksUnknown()).equals(report.check()));
    GongkaiException error = assertThrows(GongkaiException.class, () -> report.check(new CheckOptions().only("no_such_rule")));
    assertEquals("GK_E_NOT_FOUND", error.name());
  }

  @Test
  void hintsAndLimitsReachTheLibrary() {
    Report hinted = Gongkai.read(Examples.harbour(), new ReadOptions().year(2022).authority("另一机关").publicationDate(LocalDate.of(2023, 1, 31)));
    assertEquals(2022, hinted.year());
    assertEquals("另一机关", hinted.authority());
    assertEquals(LocalDate.of(2023, 1, 31), hinted.publicationDate());
    for (ReadOptions limit : Arrays.asList(new ReadOptions().maxBytes(100), new ReadOptions().maxCells(10), new ReadOptions().maxBlocks(2))) {
      assertEquals("GK_E_LIMIT", assertThrows(DocumentException.class, () -> Gongkai.read(Examples.harbour(), limit)).name());
    }
    byte[] word = report.write(Format.DOCX);
    assertEquals("GK_E_LIMIT", assertThrows(DocumentException.class, () -> Gongkai.read(word, new ReadOptions().maxUnpackedBytes(1000))).name());
    assertThrows(IllegalArgumentException.class, () -> new ReadOptions().maxBytes(-1));
    assertThrows(IllegalArgumentException.class, () -> Gongkai.read(word, new ReadOptions().authority("a\0b")));
  }

  @Test
  void whatCannotBeReadSaysWhyInBothLanguages() {
    DocumentException empty = assertThrows(DocumentException.class, () -> Gongkai.read(new byte[0]));
    assertEquals("GK_E_EMPTY", empty.name());
    assertEquals(20, empty.code());
    assertTrue(empty.messageZh().contains("空"));
    assertTrue(empty.messageEn().contains("empty"));
    assertEquals("GK_E_NOT_A_REPORT", assertThrows(DocumentException.class, () -> Gongkai.read("hello".getBytes(StandardCharsets.UTF_8))).name());
    assertEquals("GK_E_UNSUPPORTED", assertThrows(DocumentException.class, () -> Gongkai.read("%PDF-1.4\n1 0 obj".getBytes(StandardCharsets.UTF_8))).name());
    byte[] huge = new byte[65 << 20];
    Arrays.fill(huge, (byte) 'a');
    assertEquals("GK_E_LIMIT", assertThrows(DocumentException.class, () -> Gongkai.read(huge)).name());
    DocumentException json = assertThrows(DocumentException.class, () -> Gongkai.read("{\"schema\":\"gongkai.report/1\",\n \"cells\": {\"no\": 1}}".getBytes(StandardCharsets.UTF_8)));
    assertEquals(2, json.place().line());
  }

  @Test
  void everyFormatReadsBackAsTheSameReport() {
    for (Format format : Arrays.asList(Format.JSON, Format.HTML, Format.MARKDOWN, Format.CSV, Format.DOCX, Format.XLSX)) {
      assertEquals(report.cells(), Gongkai.read(report.write(format, Language.ZH)).cells(), format.toString());
    }
    assertTrue(new String(report.write(Format.CSV_TIDY), StandardCharsets.UTF_8).contains("requests.received.total"));
    assertTrue(new String(report.write(Format.HTML, Language.EN), StandardCharsets.UTF_8).contains("lang=\"en\""));
    for (FindingsFormat format : FindingsFormat.values()) {
      if (format == FindingsFormat.XLSX) {
        assertEquals('P', broken.check().writeBytes(format, "年报.txt", Language.ZH)[0]);
        assertThrows(IllegalArgumentException.class, () -> broken.check().write(format, "年报.txt", Language.ZH));
        continue;
      }
      String name = format == FindingsFormat.SARIF ? "%E5%B9%B4%E6%8A%A5.txt" : "年报.txt";
      assertTrue(broken.check().write(format, "年报.txt", Language.ZH).contains(name), format.toString());
    }
    assertTrue(broken.check().write(FindingsFormat.SARIF, null, Language.ZH).contains("\"2.1.0\""));
    assertTrue(broken.check().html(Language.ZH).contains("相差3"));
    assertThrows(DocumentException.class, () -> report.fillDocx("no Word".getBytes(StandardCharsets.UTF_8)));
    assertEquals("GK_E_MALFORMED", assertThrows(GongkaiException.class, () -> report.fillDocx(report.write(Format.DOCX))).name());
  }

  @Test
  void whyPointsAtTheCells() {
    assertEquals("", Gongkai.read(Examples.harbour()).why(Language.ZH));
    assertFalse(broken.why(Language.ZH).isEmpty());
    assertTrue(broken.beside().localization().contains("gongkai.localization/1"));
  }

  @Test
  void waiversAcceptFindingsAndExpire() {
    Finding finding = broken.check().findings().get(0);
    String waivers = "{\"schema\": \"gongkai.waivers/1\", \"waivers\": [{\"fingerprint\": \"" + finding.fingerprint()
        + "\", \"reason\": \"已核实\", \"author\": \"张三\", \"date\": \"2026-01-31\", \"expiry\": \"2026-12-31\"}]}";
    Assessment waived = broken.check().waive(waivers, LocalDate.of(2026, 6, 1));
    assertEquals(1, waived.waived());
    assertEquals("已核实", waived.findings().get(0).waiverReason());
    assertEquals(0, broken.check().waived());
    assertEquals(0, waived.waive(waivers, LocalDate.of(2027, 6, 1)).waived());
    assertTrue(waived.write(FindingsFormat.JSON, null, Language.ZH).contains("已核实"));
    assertEquals("GK_E_MALFORMED", assertThrows(GongkaiException.class, () -> broken.check().waive("{}", LocalDate.of(2026, 6, 1))).name());
  }

  @Test
  void yearsBodiesAndCorrectionsStandBesideEachOther() {
    Dossier years = Gongkai.read(report.write(Format.JSON), new ReadOptions().year(2021)).beside().withPrevious(report);
    assertTrue(rules(years.check(new CheckOptions())).stream().anyMatch(rule -> rule.startsWith("years.")));
    Map<String, Report> children = new LinkedHashMap<>();
    children.put("甲镇", report);
    children.put("乙镇", report);
    assertTrue(rules(report.beside().withChildren(children, true).check(new CheckOptions())).stream().anyMatch(rule -> rule.startsWith("rollup.")));
    children.put("丙镇", null);
    JsonObject sum = Gongkai.parse(Gongkai.rollup(children, "某县")).getAsJsonObject();
    assertTrue(sum.toString().contains("\"requests.received.total\":124"), sum.toString());
    assertTrue(sum.toString().contains("丙镇"));
    assertTrue(report.beside().diff(broken.beside()).contains("requests.outcomes_sum"));
  }

  @Test
  void aReportIsMadeOfFigures() {
    Report made = new ReportBuilder("2021").year(2024).authority("某县").title("标题").publicationDate(LocalDate.of(2025, 1, 20))
        .set("requests.received.total", 12).set("requests.received.natural_person", null)
        .set("disclosure.fees.amount", new BigDecimal("126337813.74")).narrative("overview", "总体\"情况\"").build();
    assertEquals(BigDecimal.valueOf(12), made.value("requests.received.total"));
    assertNull(made.value("requests.received.natural_person"));
    assertEquals(new BigDecimal("126337813.74"), made.value("disclosure.fees.amount"));
    assertEquals("总体\"情况\"", made.narrative("overview"));
    assertEquals(LocalDate.of(2025, 1, 20), made.publicationDate());
    assertThrows(IllegalArgumentException.class, () -> new ReportBuilder("2021").set("no.such", 1));
    assertThrows(IllegalArgumentException.class, () -> new ReportBuilder("2021").set("disclosure.fees.amount", new BigDecimal("0.001")));
    assertThrows(IllegalArgumentException.class, () -> new ReportBuilder("2021").set("requests.received.total", new BigDecimal("1.5")));
    assertThrows(IllegalArgumentException.class, () -> made.value("no.such"));
    assertThrows(GongkaiException.class, () -> new ReportBuilder("1999").build());
  }

  @Test
  void manyAreReadInOneCallAndOneMayHoldMany() {
    List<Result> results = Gongkai.readMany(Arrays.asList(Examples.harbour(), new byte[0], Examples.broken()), new ReadOptions(), new CheckOptions().only("requests."), 2);
    assertEquals(3, results.size());
    assertEquals(report.cells(), results.get(0).report().cells());
    assertNull(results.get(1).report());
    assertTrue(results.get(1).failure() instanceof DocumentException);
    assertEquals(20, results.get(1).failure().code());
    assertEquals(2, results.get(2).report().check().errors());
    Result limited = Gongkai.readMany(Arrays.asList(Examples.harbour()), new ReadOptions().maxBytes(100), new CheckOptions(), 1).get(0);
    assertEquals(23, ((DocumentException) limited.failure()).code());
    assertTrue(Gongkai.readMany(new ArrayList<>(), new ReadOptions(), new CheckOptions(), 0).isEmpty());
    String one = new String(report.write(Format.MARKDOWN), StandardCharsets.UTF_8);
    List<Report> all = Gongkai.readAll((one + "\n\n" + one.replace("滨海港区", "临江港区")).getBytes(StandardCharsets.UTF_8), new ReadOptions());
    assertEquals(2, all.size());
    assertEquals("临江港区", all.get(1).authority());
    assertEquals(all.get(1).check().toString(), all.get(1).check(new CheckOptions()).toString());
  }

  @Test
  void documentsInOtherEncodingsAreRead() {
    byte[] gbk = new String(Examples.harbour(), StandardCharsets.UTF_8).getBytes(Charset.forName("GB18030"));
    assertEquals(report.cells(), Gongkai.read(gbk).cells());
  }

  @Test
  void theCatalogueComesFromTheLibrary() {
    Cell cell = Gongkai.cells().stream().filter(c -> c.key().equals("disclosure.fees.amount")).findFirst().get();
    assertTrue(cell.isMoney());
    assertFalse(cell.rowLabel(Language.ZH).isEmpty());
    assertFalse(cell.columnLabel(Language.EN).isEmpty());
    assertEquals(2, cell.section());
    assertFalse(cell.unit(Language.ZH).isEmpty());
    Rule rule = Gongkai.rules().get(0);
    assertEquals(Severity.ERROR, rule.severity());
    assertFalse(rule.statement(Language.ZH).isEmpty());
    assertFalse(rule.citation(Language.EN).isEmpty());
    assertTrue(Gongkai.version().matches("\\d+\\.\\d+\\.\\d+"));
  }

  @Test
  void oneReportServesManyThreadsAndErrorsStayWithTheirThread() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Callable<Boolean>> work = new ArrayList<>();
    String expected = broken.check(new CheckOptions()).toString();
    for (int i = 0; i < 400; ++i) {
      boolean fails = i % 2 == 0;
      work.add(() -> {
        if (fails) {
          return assertThrows(DocumentException.class, () -> Gongkai.read(new byte[0])).name().equals("GK_E_EMPTY");
        }
        return broken.check(new CheckOptions()).toString().equals(expected);
      });
    }
    for (Future<Boolean> done : threads.invokeAll(work)) {
      assertTrue(done.get());
    }
    threads.shutdown();
  }

  @Test
  void theCallersArrayMayChangeAfterwards() {
    byte[] bytes = Examples.harbour();
    Report kept = Gongkai.read(bytes);
    Arrays.fill(bytes, (byte) 0);
    assertArrayEquals(report.write(Format.JSON), kept.write(Format.JSON));
    assertEquals(report, kept);
    assertEquals(report.hashCode(), kept.hashCode());
  }
}
