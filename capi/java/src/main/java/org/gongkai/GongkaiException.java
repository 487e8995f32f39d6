package org.gongkai;

/** What the library could not do, in both languages, with the place in the document where that is known. */
public class GongkaiException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int code;
  private final String name;
  private final String messageZh;
  private final String messageEn;
  private final transient Place place;

  GongkaiException(int code, String name, String messageZh, String messageEn, Place place) {
    super(messageZh + " (" + name + ": " + messageEn + ")");
    this.code = code;
    this.name = name;
    this.messageZh = messageZh;
    this.messageEn = messageEn;
    this.place = place;
  }

  static GongkaiException of(int code, String name, String messageZh, String messageEn, Place place) {
    return code >= 20 && code < 100
        ? new DocumentException(code, name, messageZh, messageEn, place)
        : new GongkaiException(code, name, messageZh, messageEn, place);
  }

  /** The code of gongkai.h. */
  public int code() { return code; }

  /** Its name, such as {@code GK_E_NOT_A_REPORT}. */
  public String name() { return name; }

  /** One sentence in Chinese, to be shown to whoever gave the document. */
  public String messageZh() { return messageZh; }

  /** The same in English. */
  public String messageEn() { return messageEn; }

  /** Where in the document; all 0 where that is not known. Null in an exception that was serialized. */
  public Place place() { return place; }
}
