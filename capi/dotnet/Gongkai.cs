// .NET over the C interface of gongkai, in one file: add it to a project of .NET 8, .NET Framework 4.7 or mono.
using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Runtime.InteropServices;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Gongkai {

public enum Language { Zh = 1, En = 2 }
public enum Severity { Info, Warning, Error }
/// <summary>What a report can be written as, in the order of GK_WRITE_ in gongkai.h.</summary>
public enum Format { Json, Html, Markdown, Csv, CsvTidy, CsvWide, Docx, Xlsx }
/// <summary>What findings can be written as, in the order of GK_FINDINGS_.</summary>
public enum FindingsFormat { Json, Jsonl, Sarif, JUnit, Csv, Html, Xlsx, Lean }

/// <summary>A place in a document. Numbers count from 1; 0 is not known.</summary>
public sealed class Place {
  internal Place(int line, int column, int table, int row, int cell, int page) {
    Line = line; Column = column; Table = table; Row = row; Cell = cell; Page = page;
  }
  internal Place(Data json)
      : this(json.Int("line"), json.Int("column"), json.Int("table"), json.Int("row"), json.Int("cell"), json.Int("page")) { }
  public int Line { get; private set; }
  public int Column { get; private set; }
  public int Table { get; private set; }
  public int Row { get; private set; }
  public int Cell { get; private set; }
  public int Page { get; private set; }
}

/// <summary>What the library could not do; the message is in both languages.</summary>
public class GongkaiException : Exception {
  internal GongkaiException(int code, string name, string zh, string en, Place place) : base(zh + " (" + name + ": " + en + ")") {
    Code = code; Name = name; MessageZh = zh; MessageEn = en; Place = place;
  }
  internal static GongkaiException Of(int code, string name, string zh, string en, Place place) {
    return code >= 20 && code < 100 ? new DocumentException(code, name, zh, en, place) : new GongkaiException(code, name, zh, en, place);
  }
  /// <summary>The code of gongkai.h, and its name, such as GK_E_NOT_A_REPORT.</summary>
  public int Code { get; private set; }
  public string Name { get; private set; }
  public string MessageZh { get; private set; }
  public string MessageEn { get; private set; }
  public Place Place { get; private set; }
}

/// <summary>The document cannot be read as an annual report: a fault of the document, not of the program.</summary>
public sealed class DocumentException : GongkaiException {
  internal DocumentException(int code, string name, string zh, string en, Place place) : base(code, name, zh, en, place) { }
}

/// <summary>What the caller knows and the document may not say, and limits; what is not set is the library's default.</summary>
public sealed class ReadOptions {
  public string Authority;
  public int Year;
  public DateTime? PublicationDate;
  public long MaxBytes, MaxCells, MaxBlocks, MaxUnpackedBytes;
  public bool WithoutInference;
  internal ReadOptions Copy() { return (ReadOptions)MemberwiseClone(); }
}

/// <summary>How to check. Rules are named by their ids or the beginnings of some.</summary>
public sealed class CheckOptions {
  /// <summary>A blank counts as any number from 0 up; otherwise as 0.</summary>
  public bool BlanksUnknown;
  public string[] Only = new string[0];
  public string[] Skip = new string[0];
  public KeyValuePair<string, Severity>[] Severities = new KeyValuePair<string, Severity>[0];
  internal CheckOptions Copy() { return (CheckOptions)MemberwiseClone(); }
}

/// <summary>An immutable object over the library's JSON.</summary>
public abstract class Data {
  internal readonly XElement Json;
  internal Data(XElement json) { Json = json; }
  internal static XElement Parse(byte[] json) {
    using (XmlDictionaryReader reader = JsonReaderWriterFactory.CreateJsonReader(json, XmlDictionaryReaderQuotas.Max)) {
      return XElement.Load(reader);
    }
  }
  internal static bool IsNull(XElement json) { return json == null || (string)json.Attribute("type") == "null"; }
  /// <summary>A member; one whose name is no XML name stands as an "item" with the name in an attribute.</summary>
  internal static XElement Member(XElement json, string name) {
    return json.Elements().FirstOrDefault(e => e.Name.LocalName == name || (string)e.Attribute("item") == name);
  }
  internal static decimal? Number(XElement json) {
    return IsNull(json) ? (decimal?)null : decimal.Parse(json.Value, NumberStyles.Number, CultureInfo.InvariantCulture);
  }
  internal XElement Member(string name) { return Member(Json, name); }
  internal string Text(string name) { XElement found = Member(name); return IsNull(found) ? null : found.Value; }
  internal int Int(string name) { return int.Parse(Member(name).Value, CultureInfo.InvariantCulture); }
  internal Place At(string name) { return new Place(new Part(Member(name))); }
  internal string InLanguage(string name, Language language) {
    return Member(Member(name), language == Language.Zh ? "zh" : "en").Value;
  }
}

/// <summary>Any part of the library's JSON that has no class of its own.</summary>
public sealed class Part : Data {
  internal Part(XElement json) : base(json) { }
  /// <summary>A member as text; null where it is null or absent.</summary>
  public string this[string name] { get { return Text(name); } }
}

/// <summary>A cell that a finding speaks of, as it was at the time of the check.</summary>
public sealed class FindingCell : Data {
  internal FindingCell(XElement json) : base(json) { }
  public string Key { get { return Text("key"); } }
  public decimal? Value { get { return Number(Member("value")); } }
  public Place Place { get { return new Place(this); } }
}

/// <summary>One fault, or one thing to look at. Its sides are counts, or yuan; null where there is none.</summary>
public sealed class Finding : Data {
  internal Finding(XElement json) : base(json) { }
  public string Rule { get { return Text("rule"); } }
  public Severity Severity { get { return (Severity)Enum.Parse(typeof(Severity), Text("severity"), true); } }
  public string Message(Language language) { return InLanguage("message", language); }
  public string Explanation(Language language) { return InLanguage("explanation", language); }
  public IList<FindingCell> Cells { get { return Member("cells").Elements().Select(e => new FindingCell(e)).ToList().AsReadOnly(); } }
  public decimal? Left { get { return Number(Member("left")); } }
  public decimal? Right { get { return Number(Member("right")); } }
  public decimal? Difference { get { return Number(Member("difference")); } }
  public string Detail { get { return Text("detail"); } }
  public Place Place { get { return At("place"); } }
  /// <summary>The same in every run while rule, cells and values are. Waivers name it.</summary>
  public string Fingerprint { get { return Text("fingerprint"); } }
  /// <summary>Why a waiver accepts it; null where none does.</summary>
  public string WaiverReason { get { return IsNull(Member("waiver")) ? null : Member(Member("waiver"), "reason").Value; } }
}

/// <summary>What a check found, and how far each rule got. Immutable.</summary>
public sealed class Assessment : Data {
  private readonly Dossier dossier;
  private readonly CheckOptions options;
  private readonly byte[] waivers;
  private readonly DateTime today;

  internal Assessment(XElement json, Dossier dossier, CheckOptions options, byte[] waivers, DateTime today) : base(json) {
    this.dossier = dossier; this.options = options; this.waivers = waivers; this.today = today;
    Findings = Member("findings").Elements().Select(e => new Finding(e)).ToList().AsReadOnly();
  }
  /// <summary>In the order of the rules, then of the cells.</summary>
  public IList<Finding> Findings { get; private set; }
  /// <summary>How many cannot be right; 0 does not say that the report is right, see Coverage.</summary>
  public int Errors { get { return Count("error"); } }
  public int Warnings { get { return Count("warning"); } }
  public int Infos { get { return Count("info"); } }
  /// <summary>How many a waiver accepts; they are in none of the other counts.</summary>
  public int Waived { get { return Count("waived"); } }
  /// <summary>For each rule: rule, held, violated, assumed.</summary>
  public IList<Part> Coverage { get { return Member("coverage").Elements().Select(e => new Part(e)).ToList().AsReadOnly(); } }
  /// <summary>This with the findings marked that waivers, JSON of schema gongkai.waivers/1, accept on a day.</summary>
  public Assessment Waive(string json, DateTime day) { return Make(dossier, options, Encoding.UTF8.GetBytes(json), day); }
  /// <summary>The findings for another program; file is the path that they shall name, or null.</summary>
  public string Write(FindingsFormat format, string file, Language language) {
    if (format == FindingsFormat.Xlsx) throw new ArgumentException("a workbook is no text: WriteBytes");
    return Encoding.UTF8.GetString(WriteBytes(format, file, language));
  }
  /// <summary>As Write, in any format; text is UTF-8.</summary>
  public byte[] WriteBytes(FindingsFormat format, string file, Language language) {
    using (var call = new Call()) {
      IntPtr assessment = In(call, dossier, options, waivers, today), name = call.Text(file);
      return call.Buffer((out IntPtr o) => Native.gk_assessment_write(assessment, name, (int)format, (int)language, out o));
    }
  }
  /// <summary>The report as a web page in the official layout, with the findings marked and explained.</summary>
  public string Html(Language language) {
    using (var call = new Call()) {
      IntPtr assessment = In(call, dossier, options, waivers, today), report = dossier.Report.ReportIn(call);
      return call.String((out IntPtr o) => Native.gk_assessment_html(assessment, report, (int)language, out o));
    }
  }
  private int Count(string name) { return int.Parse(Member(Member("summary"), name).Value, CultureInfo.InvariantCulture); }

  internal static Assessment Make(Dossier dossier, CheckOptions options, byte[] waivers, DateTime today) {
    using (var call = new Call()) {
      IntPtr assessment = In(call, dossier, options, waivers, today);
      byte[] json = call.Buffer((out IntPtr o) => Native.gk_assessment_json(assessment, out o));
      return new Assessment(Parse(json), dossier, options, waivers, today);
    }
  }
  private static IntPtr In(Call call, Dossier dossier, CheckOptions options, byte[] waivers, DateTime today) {
    IntPtr read = dossier.In(call), how = call.Checking(options);
    IntPtr assessment = call.Make((out IntPtr o) => Native.gk_dossier_check(read, how, out o), Native.gk_assessment_free);
    if (waivers != null) {
      UIntPtr accepted;
      Call.Check(Native.gk_assessment_waive(assessment, call.Bytes(waivers), (UIntPtr)waivers.Length, today.Year, today.Month, today.Day, out accepted));
    }
    return assessment;
  }
}

/// <summary>A report with what stands beside it. Immutable.</summary>
public sealed class Dossier {
  private readonly Report previous;
  private readonly KeyValuePair<string, Report>[] children;
  private readonly bool complete;
  internal Dossier(Report report, Report previous, IEnumerable<KeyValuePair<string, Report>> children, bool complete) {
    Report = report; this.previous = previous; this.complete = complete;
    this.children = children == null ? new KeyValuePair<string, Report>[0] : children.ToArray();
  }
  public Report Report { get; private set; }
  public Assessment Check(CheckOptions options = null) {
    return Assessment.Make(this, (options ?? new CheckOptions()).Copy(), null, default(DateTime));
  }
  /// <summary>Which cells may be wrong, in words; empty where everything adds up.</summary>
  public string Why(Language language) {
    using (var call = new Call()) {
      IntPtr dossier = In(call);
      return call.String((out IntPtr o) => Native.gk_dossier_why(dossier, 0, (int)language, out o));
    }
  }
  internal IntPtr In(Call call) {
    return call.Struct(new Native.gk_dossier {
      struct_size = Native.Size<Native.gk_dossier>(), reading = Report.ReadingIn(call),
      previous_reading = previous == null ? IntPtr.Zero : previous.ReadingIn(call),
      children = call.Array(children.Select(child => new Native.gk_child {
        name = call.Text(child.Key), reading = child.Value == null ? IntPtr.Zero : child.Value.ReadingIn(call), gap = child.Value == null ? 1 : 0
      }).ToArray()),
      child_count = (UIntPtr)children.Length, children_are_complete = complete ? 1 : 0
    });
  }
}

/// <summary>One annual report as it was read, with its check. Immutable, and free of native memory: it keeps the bytes of
/// its document, and what needs the library reads them again, which takes a millisecond or so.</summary>
public sealed class Report : Data {
  private readonly byte[] bytes;
  private readonly ReadOptions options;
  private readonly int index;
  private readonly Assessment assessment;
  private readonly Dictionary<string, decimal?> cells = new Dictionary<string, decimal?>();

  private Report(byte[] bytes, ReadOptions options, CheckOptions checking, int index, XElement json) : base(Member(json, "reading")) {
    this.bytes = bytes; this.options = options; this.index = index;
    foreach (XElement cell in Member(Member("report"), "cells").Elements()) {
      cells[(string)cell.Attribute("item") ?? cell.Name.LocalName] = Number(cell);
    }
    assessment = new Assessment(Member(json, "assessment"), Beside(), checking, null, default(DateTime));
  }

  /// <summary>Reads and checks a report. A DocumentException where there is none in the bytes.</summary>
  public static Report Read(byte[] bytes, ReadOptions options = null) { return Read(bytes, options, false)[0]; }
  /// <summary>Reads and checks every report in a file that holds those of several bodies.</summary>
  public static IList<Report> ReadAll(byte[] bytes, ReadOptions options = null) { return Read(bytes, options, true); }

  private static IList<Report> Read(byte[] given, ReadOptions givenOptions, bool all) {
    var bytes = (byte[])given.Clone();
    var options = (givenOptions ?? new ReadOptions()).Copy();
    var checking = new CheckOptions();
    using (var call = new Call()) {
      IntPtr document = call.Bytes(bytes), how = call.Struct(new Native.gk_json_options {
        struct_size = Native.Size<Native.gk_json_options>(), reading = call.Reading(options), tell = 1 | 4, all_reports = all ? 1 : 0
      });
      byte[] json = call.Buffer((out IntPtr o) => Native.gk_check_json(document, (UIntPtr)bytes.Length, how, out o));
      return Member(Parse(json), "reports").Elements()
          .Select((report, at) => new Report(bytes, options, checking, all ? at : -1, report)).ToList().AsReadOnly();
    }
  }

  /// <summary>title, authority, year, edition, level, kind, publication_date; null where it is not known.</summary>
  public Part About { get { return new Part(Member(Member("report"), "about")); } }
  /// <summary>The cells of its form: a count, or yuan; null where nothing was written, or it could not be read.</summary>
  public IDictionary<string, decimal?> Cells { get { return new System.Collections.ObjectModel.ReadOnlyDictionary<string, decimal?>(cells); } }
  /// <summary>The state ("read", "blank", "unreadable", …) and text of a cell; null where its form has none.</summary>
  public Part Source(string key) { XElement found = Member(Member("sources"), key); return found == null ? null : new Part(found); }
  /// <summary>What the reader noticed: kind, cell, row, text.</summary>
  public IList<Part> Notes { get { return Member("notes").Elements().Select(e => new Part(e)).ToList().AsReadOnly(); } }
  /// <summary>What the check that comes with reading found, or one with other options.</summary>
  public Assessment Check(CheckOptions checking = null) { return checking == null ? assessment : Beside().Check(checking); }
  public string Why(Language language) { return Beside().Why(language); }
  /// <summary>This, to be checked beside last year's report and those of the bodies whose figures it includes; a child that
  /// is null has filed none.</summary>
  public Dossier Beside(Report previous = null, IEnumerable<KeyValuePair<string, Report>> children = null, bool complete = false) {
    return new Dossier(this, previous, children, complete);
  }
  /// <summary>The report in a format; text is UTF-8.</summary>
  public byte[] Write(Format format, Language language = Language.Zh) {
    using (var call = new Call()) {
      IntPtr report = ReportIn(call);
      return call.Buffer((out IntPtr o) => Native.gk_report_write(report, (int)format, (int)language, out o));
    }
  }
  /// <summary>A Word document of your own with its fields, {{requests.received.total}} and the like, filled in.</summary>
  public byte[] FillDocx(byte[] template) {
    using (var call = new Call()) {
      IntPtr report = ReportIn(call), document = call.Bytes(template);
      return call.Buffer((out IntPtr o) => Native.gk_report_fill_docx(report, document, (UIntPtr)template.Length, out o));
    }
  }
  internal IntPtr ReadingIn(Call call) {
    IntPtr document = call.Bytes(bytes), how = call.Reading(options);
    var size = (UIntPtr)bytes.Length;
    if (index < 0) {
      return call.Make((out IntPtr o) => Native.gk_read(document, size, how, out o), Native.gk_reading_free);
    }
    IntPtr all = call.Make((out IntPtr o) => Native.gk_read_all(document, size, how, out o), Native.gk_readings_free);
    return Call.Lend((out IntPtr o) => Native.gk_readings_get(all, (UIntPtr)index, out o));
  }
  internal IntPtr ReportIn(Call call) {
    IntPtr reading = ReadingIn(call);
    return Call.Lend((out IntPtr o) => Native.gk_reading_report(reading, out o));
  }
}

/// <summary>What one operation holds in native memory, freed when it is over.</summary>
internal sealed class Call : IDisposable {
  internal delegate int Maker(out IntPtr made);
  private readonly Stack<Action> frees = new Stack<Action>();

  internal Call() {
    if (Native.gk_abi_version() != 0) {
      throw new DllNotFoundException("本地库的接口版本是 " + Native.gk_abi_version() + "，需要 0 (the library has another interface version)");
    }
  }
  public void Dispose() { while (frees.Count > 0) { frees.Pop()(); } }

  private IntPtr Allocate(int size) {
    IntPtr memory = Marshal.AllocHGlobal(Math.Max(size, 1));
    frees.Push(() => Marshal.FreeHGlobal(memory));
    return memory;
  }
  internal IntPtr Bytes(byte[] bytes) {
    IntPtr memory = Allocate(bytes.Length);
    Marshal.Copy(bytes, 0, memory, bytes.Length);
    return memory;
  }
  internal IntPtr Text(string text) {
    if (text == null) { return IntPtr.Zero; }
    if (text.IndexOf('\0') >= 0) { throw new ArgumentException("文本中不能有空字符 (a text must not hold NUL)"); }
    return Bytes(Encoding.UTF8.GetBytes(text + "\0"));
  }
  internal IntPtr Struct<T>(T value) { return Array(new[] { value }); }
  internal IntPtr Array<T>(T[] values) {
    int size = Marshal.SizeOf(typeof(T));
    IntPtr memory = values.Length == 0 ? IntPtr.Zero : Allocate(size * values.Length);
    for (int i = 0; i < values.Length; ++i) { Marshal.StructureToPtr(values[i], IntPtr.Add(memory, i * size), false); }
    return memory;
  }
  internal IntPtr Reading(ReadOptions options) {
    DateTime day = options.PublicationDate ?? default(DateTime);
    bool dated = options.PublicationDate != null;
    return Struct(new Native.gk_read_options {
      struct_size = Native.Size<Native.gk_read_options>(), authority = Text(options.Authority), year = options.Year,
      publication_year = dated ? day.Year : 0, publication_month = dated ? day.Month : 0, publication_day = dated ? day.Day : 0,
      max_bytes = (UIntPtr)checked((ulong)options.MaxBytes), max_cells = (UIntPtr)checked((ulong)options.MaxCells),
      max_blocks = (UIntPtr)checked((ulong)options.MaxBlocks), max_unpacked_bytes = (UIntPtr)checked((ulong)options.MaxUnpackedBytes),
      no_inference = options.WithoutInference ? 1 : 0
    });
  }
  internal IntPtr Checking(CheckOptions options) {
    return Struct(new Native.gk_check_options {
      struct_size = Native.Size<Native.gk_check_options>(), blanks = options.BlanksUnknown ? 1 : 0,
      only = Array(options.Only.Select(Text).ToArray()), only_count = (UIntPtr)options.Only.Length,
      skip = Array(options.Skip.Select(Text).ToArray()), skip_count = (UIntPtr)options.Skip.Length,
      severities = Array(options.Severities.Select(s => new Native.gk_severity_override { rule = Text(s.Key), severity = (int)s.Value }).ToArray()),
      severity_count = (UIntPtr)options.Severities.Length
    });
  }
  internal static IntPtr Lend(Maker maker) {
    IntPtr made;
    Check(maker(out made));
    return made;
  }
  internal IntPtr Make(Maker maker, Action<IntPtr> free) {
    IntPtr made = Lend(maker);
    frees.Push(() => free(made));
    return made;
  }
  internal byte[] Buffer(Maker maker) {
    Native.gk_text view;
    Check(Native.gk_buffer_view(Make(maker, Native.gk_buffer_free), out view));
    return view.Bytes();
  }
  internal string String(Maker maker) { return Encoding.UTF8.GetString(Buffer(maker)); }
  internal static void Check(int status) {
    if (status == 0) { return; }
    var error = new Native.gk_error { struct_size = Native.Size<Native.gk_error>() };
    Native.gk_last_error(ref error);
    throw GongkaiException.Of(status, Marshal.PtrToStringAnsi(Native.gk_status_name(status)), Encoding.UTF8.GetString(error.message_zh.Bytes()),
        Encoding.UTF8.GetString(error.message_en.Bytes()), new Place(error.line, error.column, error.table, error.row_of_table, error.cell_of_row, error.page));
  }
}

/// <summary>gongkai.h, as far as this file uses it. libgongkai.so or gongkai.dll stands beside the program or where the system looks.</summary>
internal static class Native {
  private const string Library = "gongkai";
  internal static UIntPtr Size<T>() { return (UIntPtr)(uint)Marshal.SizeOf(typeof(T)); }

  [StructLayout(LayoutKind.Sequential)] internal struct gk_text {
    public IntPtr data; public UIntPtr size;
    public byte[] Bytes() {
      var bytes = new byte[checked((int)size)];
      Marshal.Copy(data, bytes, 0, bytes.Length);
      return bytes;
    }
  }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_error {
    public UIntPtr struct_size; public int code, cell; public long row; public gk_text message_zh, message_en;
    public int line, column, table, row_of_table, cell_of_row, page, reserved0, reserved1;
  }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_read_options {
    public UIntPtr struct_size, max_bytes, max_cells, max_blocks; public IntPtr authority;
    public int year, level, kind, coverage, publication_year, publication_month, publication_day, format;
    public UIntPtr max_depth, max_span, max_archive_entries, max_unpacked_bytes, max_unpacked_ratio; public int no_inference, reserved;
  }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_severity_override { public IntPtr rule; public int severity, reserved; }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_check_options {
    public UIntPtr struct_size; public int blanks, language; public IntPtr only; public UIntPtr only_count; public IntPtr skip;
    public UIntPtr skip_count; public IntPtr severities; public UIntPtr severity_count;
  }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_json_options {
    public UIntPtr struct_size; public IntPtr reading, checking; public int tell, all_reports;
  }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_child { public IntPtr name, report, reading; public int gap, reserved; }
  [StructLayout(LayoutKind.Sequential)] internal struct gk_dossier {
    public UIntPtr struct_size; public IntPtr report, reading, previous, previous_reading, children; public UIntPtr child_count;
    public int children_are_complete, reserved;
  }

  [DllImport(Library)] internal static extern int gk_abi_version();
  [DllImport(Library)] internal static extern IntPtr gk_status_name(int status);
  [DllImport(Library)] internal static extern int gk_last_error(ref gk_error error);
  [DllImport(Library)] internal static extern int gk_buffer_view(IntPtr buffer, out gk_text view);
  [DllImport(Library)] internal static extern void gk_buffer_free(IntPtr buffer);
  [DllImport(Library)] internal static extern int gk_check_json(IntPtr bytes, UIntPtr size, IntPtr options, out IntPtr json);
  [DllImport(Library)] internal static extern int gk_read(IntPtr bytes, UIntPtr size, IntPtr options, out IntPtr reading);
  [DllImport(Library)] internal static extern int gk_read_all(IntPtr bytes, UIntPtr size, IntPtr options, out IntPtr readings);
  [DllImport(Library)] internal static extern int gk_readings_get(IntPtr readings, UIntPtr index, out IntPtr reading);
  [DllImport(Library)] internal static extern int gk_reading_report(IntPtr reading, out IntPtr report);
  [DllImport(Library)] internal static extern void gk_reading_free(IntPtr reading);
  [DllImport(Library)] internal static extern void gk_readings_free(IntPtr readings);
  [DllImport(Library)] internal static extern int gk_dossier_check(IntPtr dossier, IntPtr options, out IntPtr assessment);
  [DllImport(Library)] internal static extern int gk_dossier_why(IntPtr dossier, int blanks, int language, out IntPtr text);
  [DllImport(Library)] internal static extern void gk_assessment_free(IntPtr assessment);
  [DllImport(Library)] internal static extern int gk_assessment_json(IntPtr assessment, out IntPtr json);
  [DllImport(Library)] internal static extern int gk_assessment_waive(
      IntPtr assessment, IntPtr json, UIntPtr size, int year, int month, int day, out UIntPtr accepted);
  [DllImport(Library)] internal static extern int gk_assessment_html(IntPtr assessment, IntPtr report, int language, out IntPtr page);
  [DllImport(Library)] internal static extern int gk_assessment_write(IntPtr assessment, IntPtr file, int format, int language, out IntPtr text);
  [DllImport(Library)] internal static extern int gk_report_write(IntPtr report, int format, int language, out IntPtr bytes);
  [DllImport(Library)] internal static extern int gk_report_fill_docx(IntPtr report, IntPtr bytes, UIntPtr size, out IntPtr filled);
}

}
