package org.gongkai;

/** How grave a finding is; GK_SEVERITY_ in gongkai.h. */
public enum Severity {
  /** 提示: worth a look. */
  INFO,
  /** 核实: correct it or explain it. */
  WARNING,
  /** 错误: cannot be right. */
  ERROR
}
