package org.gongkai;

import java.util.Locale;

/** The languages of messages; GK_LANGUAGE_ in gongkai.h. */
public enum Language {
  /** Chinese. */
  ZH,
  /** English. */
  EN;

  int constant() { return ordinal() + 1; }

  String code() { return name().toLowerCase(Locale.ROOT); }
}
