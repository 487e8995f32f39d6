// Tests of Gongkai.cs: HARBOUR [CALLS], the example report and for how many calls memory is watched.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using Gongkai;

internal static class Test {
  private static int passed;

  private static void Check(bool holds, string what) {
    if (!holds) { Console.Error.WriteLine("FAILED: " + what); Environment.Exit(1); }
    ++passed;
  }
  private static T Fails<T>(Action call, string what) where T : Exception {
    try { call(); } catch (T error) { ++passed; return error; }
    Console.Error.WriteLine("FAILED: nothing was thrown: " + what);
    Environment.Exit(1);
    return null;
  }
  private static byte[] Utf8(string text) { return Encoding.UTF8.GetBytes(text); }
  private static bool Same(Report left, Report right) {
    return left.Cells.Count == right.Cells.Count && left.Cells.All(cell => right.Cells[cell.Key] == cell.Value);
  }
  private static string Content(Assessment assessment) { return string.Concat(assessment.Json.Elements()); }
  private static int ResidentKb() {
    return int.Parse(new string(File.ReadAllLines("/proc/self/status").First(line => line.StartsWith("VmRSS")).Where(char.IsDigit).ToArray()));
  }

  private static void Main(string[] arguments) {
    byte[] harbour = File.ReadAllBytes(arguments[0]);
    Report report = Report.Read(harbour);
    Report broken = Report.Read(Utf8(Encoding.UTF8.GetString(harbour).Replace("59\n", "56\n")));

    Check(report.About["authority"] == "滨海港区" && report.About["year"] == "2020" && report.About["level"] == null, "about");
    Check(report.Cells["requests.received.total"] == 62, "a number");
    Check(report.Cells["requests.received.commercial_enterprise"] == null, "a blank");
    Check(report.Source("requests.received.commercial_enterprise")["state"] == "blank", "its state");
    Check(report.Source("no.such") == null && report.Notes.Count == 0, "no source, no note");
    foreach (string line in arguments.Length > 2 ? File.ReadAllLines(arguments[2]) : new string[0]) {  // what Python gives
      string[] parts = line.Split(' ');
      decimal? value;
      report.Cells.TryGetValue(parts[0], out value);
      Check((value == null ? "None" : value.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)) == parts[1], line);
    }
    Check(report.Check().Errors == 0 && report.Check().Warnings == 1 && report.Check().Infos == 1, "counts");
    Finding finding = broken.Check().Findings.First(f => f.Rule == "requests.outcomes_sum");
    Check(finding.Severity == Severity.Error && finding.Left == 66 && finding.Right == 69 && finding.Difference == -3, "sides");
    Check(finding.Message(Language.Zh).Contains("相差3") && finding.Explanation(Language.En).Length > 0, "messages");
    Check(finding.Place.Line > 100 && finding.Cells.Count > 1 && finding.Cells[0].Key.StartsWith("requests."), "places");
    Check(report.Check().Coverage[0]["held"] == "2", "coverage");

    Check(Content(report.Check(new CheckOptions())) == Content(report.Check()), "the same check");
    Check(report.Check(new CheckOptions { Only = new[] { "value." } }).Findings.Single().Rule == "value.blank", "only");
    Check(report.Check(new CheckOptions { Skip = new[] { "value.", "narrative." } }).Findings.Count == 0, "skip");
    var graver = new CheckOptions { Severities = new[] { new KeyValuePair<string, Severity>("narrative.", Severity.Error) } };
    Check(report.Check(graver).Errors == 1, "severities");
    Check(Fails<GongkaiException>(() => report.Check(new CheckOptions { Only = new[] { "no_such" } }), "rule").Name == "GK_E_NOT_FOUND", "rule");

    Report hinted = Report.Read(harbour, new ReadOptions { Year = 2022, Authority = "另一机关", PublicationDate = new DateTime(2023, 1, 31) });
    Check(hinted.About["year"] == "2022" && hinted.About["authority"] == "另一机关" && hinted.About["publication_date"] == "2023-01-31", "hints");
    Check(Fails<DocumentException>(() => Report.Read(harbour, new ReadOptions { MaxBytes = 100 }), "limit").Name == "GK_E_LIMIT", "limit");
    Check(Fails<DocumentException>(() => Report.Read(report.Write(Format.Docx), new ReadOptions { MaxUnpackedBytes = 1000 }), "zip").Name == "GK_E_LIMIT", "zip");
    Fails<ArgumentException>(() => Report.Read(harbour, new ReadOptions { Authority = "a\0b" }), "NUL");
    var empty = Fails<DocumentException>(() => Report.Read(new byte[0]), "empty");
    Check(empty.Code == 20 && empty.MessageZh.Contains("空") && empty.MessageEn.Contains("empty"), "empty");
    Check(Fails<DocumentException>(() => Report.Read(Utf8("hello")), "hello").Name == "GK_E_NOT_A_REPORT", "hello");
    Check(Fails<DocumentException>(() => Report.Read(new byte[65 << 20]), "huge").Name == "GK_E_LIMIT", "huge");
    Check(Fails<DocumentException>(() => Report.Read(Utf8("{\"schema\":\"gongkai.report/1\",\n \"cells\": {\"no\": 1}}")), "key").Place.Line == 2, "place");

    foreach (Format format in new[] { Format.Json, Format.Html, Format.Markdown, Format.Csv, Format.Docx, Format.Xlsx }) {
      Check(Same(Report.Read(report.Write(format)), report), format.ToString());
    }
    Check(Encoding.UTF8.GetString(report.Write(Format.Html, Language.En)).Contains("lang=\"en\""), "language");
    Fails<DocumentException>(() => report.FillDocx(Utf8("no Word")), "no Word");
    Check(broken.Check().Write(FindingsFormat.JUnit, "年报.txt", Language.Zh).Contains("年报.txt"), "JUnit");
    Check(broken.Check().WriteBytes(FindingsFormat.Xlsx, null, Language.Zh)[0] == 'P', "XLSX");
    Check(broken.Check().Write(FindingsFormat.Sarif, null, Language.Zh).Contains("\"2.1.0\""), "SARIF");
    Check(broken.Check().Html(Language.Zh).Contains("相差3"), "page");
    Check(report.Why(Language.Zh) == "" && broken.Why(Language.Zh) != "", "why");

    string waivers = "{\"schema\": \"gongkai.waivers/1\", \"waivers\": [{\"fingerprint\": \"" + finding.Fingerprint
        + "\", \"reason\": \"已核实\", \"author\": \"张三\", \"date\": \"2026-01-31\", \"expiry\": \"2026-12-31\"}]}";
    Assessment waived = broken.Check().Waive(waivers, new DateTime(2026, 6, 1));
    Check(waived.Waived == 1 && waived.Findings.Any(f => f.WaiverReason == "已核实") && broken.Check().Waived == 0, "waived");
    Check(waived.Waive(waivers, new DateTime(2027, 6, 1)).Waived == 0, "expired");
    Report next = Report.Read(report.Write(Format.Json), new ReadOptions { Year = 2021 });
    Check(next.Beside(report).Check().Findings.Any(f => f.Rule.StartsWith("years.")), "years");
    var children = new Dictionary<string, Report> { { "甲镇", report }, { "乙镇", report } };
    Check(report.Beside(null, children, true).Check().Findings.Any(f => f.Rule.StartsWith("rollup.")), "children");
    string one = Encoding.UTF8.GetString(report.Write(Format.Markdown));
    IList<Report> all = Report.ReadAll(Utf8(one + "\n\n" + one.Replace("滨海港区", "临江港区")));
    Check(all.Count == 2 && all[1].About["authority"] == "临江港区", "many in one file");
    Check(Content(all[1].Check(new CheckOptions())) == Content(all[1].Check()), "the second's check");

    int done = 0;
    var threads = Enumerable.Range(0, 8).Select(i => new Thread(() => {
      for (int n = 0; n < 20; ++n) {
        if (broken.Check(new CheckOptions()).Errors == broken.Check().Errors) { Interlocked.Increment(ref done); }
        try { Report.Read(new byte[0]); } catch (DocumentException) { Interlocked.Increment(ref done); }
      }
    })).ToList();
    threads.ForEach(thread => thread.Start());
    threads.ForEach(thread => thread.Join());
    Check(done == 320, "threads");
    Console.WriteLine(".NET (" + Environment.Version + "): " + passed + " checks");

    int calls = arguments.Length > 1 ? int.Parse(arguments[1]) : 0;
    var sizes = new List<int>();
    for (int i = 1; i <= calls; ++i) {
      Report read = Report.Read(harbour);
      if (i % 4 == 0) {
        read.Check(new CheckOptions { Only = new[] { "requests." } });
        read.Write((Format)(i / 4 % 8));
        read.Why(Language.Zh);
      }
      if (i % 10 == 0) { try { Report.Read(new byte[0]); } catch (DocumentException) { } }
      if (i % (calls / 5) == 0) { GC.Collect(); sizes.Add(ResidentKb()); }
    }
    if (calls > 0) {
      Console.WriteLine(calls + " calls, RSS in KB after each fifth: " + string.Join(", ", sizes));
      if (sizes.Max() - sizes[0] > 16 << 10) { Console.Error.WriteLine("FAILED: memory grows"); Environment.Exit(1); }
    }
  }
}
