package org.gongkai;

import com.google.gson.JsonObject;

/** A place in a document. Numbers count from 1; 0 is not known or not applicable. */
public final class Place {
  private final int line;
  private final int column;
  private final int table;
  private final int row;
  private final int cell;
  private final int page;

  Place(int line, int column, int table, int row, int cell, int page) {
    this.line = line;
    this.column = column;
    this.table = table;
    this.row = row;
    this.cell = cell;
    this.page = page;
  }

  static Place of(JsonObject in) {
    return new Place(in.get("line").getAsInt(), in.get("column").getAsInt(), in.get("table").getAsInt(),
        in.get("row").getAsInt(), in.get("cell").getAsInt(), in.get("page").getAsInt());
  }

  /** Of the source text. */
  public int line() { return line; }

  /** In that line, in bytes of UTF-8. */
  public int column() { return column; }

  /** Which table of the document. */
  public int table() { return table; }

  /** Which row of that table. */
  public int row() { return row; }

  /** Which cell of that row. */
  public int cell() { return cell; }

  /** Of a PDF; the sheet of a workbook. */
  public int page() { return page; }

  @Override
  public boolean equals(Object other) { return other instanceof Place && other.toString().equals(toString()); }

  @Override
  public int hashCode() { return toString().hashCode(); }

  @Override
  public String toString() {
    return "page " + page + ", line " + line + ":" + column + ", table " + table + ", row " + row + ", cell " + cell;
  }
}
