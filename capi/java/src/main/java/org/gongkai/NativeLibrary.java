package org.gongkai;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;

/** The functions of gongkai.h that this package calls; size_t is a long, for every host of it has 64 bits. */
interface NativeLibrary extends Library {
  int gk_abi_version();
  String gk_version();
  Pointer gk_status_name(int status);
  int gk_last_error(Pointer out);
  int gk_buffer_view(Pointer buffer, Pointer out);
  void gk_buffer_free(Pointer buffer);
  int gk_cells_json(PointerByReference out);
  int gk_rules_json(PointerByReference out);

  int gk_check_json(Pointer bytes, long size, Pointer options, PointerByReference out);
  int gk_inputs_check_json(Pointer inputs, long count, Pointer options, Pointer how, PointerByReference out);

  int gk_read(Pointer bytes, long size, Pointer options, PointerByReference out);
  int gk_read_all(Pointer bytes, long size, Pointer options, PointerByReference out);
  int gk_readings_get(Pointer readings, long index, PointerByReference out);
  int gk_reading_report(Pointer reading, PointerByReference out);
  void gk_reading_free(Pointer reading);
  void gk_readings_free(Pointer readings);
  void gk_report_free(Pointer report);

  int gk_dossier_check(Pointer dossier, Pointer options, PointerByReference out);
  int gk_dossier_why(Pointer dossier, int blanks, int language, PointerByReference out);
  int gk_dossier_localize_json(Pointer dossier, int blanks, PointerByReference out);
  int gk_dossier_diff_json(Pointer before, Pointer after, Pointer options, PointerByReference out);
  int gk_rollup(Pointer children, long count, Pointer options, PointerByReference out, PointerByReference rest);

  int gk_assessment_json(Pointer assessment, PointerByReference out);
  int gk_assessment_waive(Pointer assessment, Pointer json, long size, int year, int month, int day, Pointer out);
  int gk_assessment_html(Pointer assessment, Pointer report, int language, PointerByReference out);
  int gk_assessment_write(Pointer assessment, Pointer file, int format, int language, PointerByReference out);
  void gk_assessment_free(Pointer assessment);

  int gk_report_write(Pointer report, int format, int language, PointerByReference out);
  int gk_report_fill_docx(Pointer report, Pointer bytes, long size, PointerByReference out);
}
