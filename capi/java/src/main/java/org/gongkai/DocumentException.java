package org.gongkai;

/** The document cannot be read as an annual report: a fault of the document, not of the program. */
public final class DocumentException extends GongkaiException {
  private static final long serialVersionUID = 1L;

  DocumentException(int code, String name, String messageZh, String messageEn, Place place) {
    super(code, name, messageZh, messageEn, place);
  }
}
