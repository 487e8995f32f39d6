package org.gongkai;

import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/**
 * Finds and loads the native library: where the system property says, or from this jar, or from the system. The jar's is
 * copied to a file of its own for each class loader and the file removed once it is loaded, so that any number of
 * applications in one server have their own, and nothing is left behind.
 */
final class Loader {
  static final String PROPERTY = "gongkai.library.path";
  private static final int ABI_VERSION = 0;

  private Loader() {}

  static NativeLibrary load() {
    needJna();
    String given = System.getProperty(PROPERTY);
    if (given != null && !given.isEmpty()) {
      File file = new File(given);
      file = file.isDirectory() ? new File(file, fileName()) : file;
      if (!file.isFile()) {
        throw new UnsatisfiedLinkError(PROPERTY + "=" + given + "：没有这个文件 (no such file: " + file + ")");
      }
      return open(file.getAbsolutePath(), PROPERTY + "=" + given);
    }
    String resource = "native/" + system() + "/" + fileName();
    try (InputStream packed = Loader.class.getResourceAsStream(resource)) {
      if (packed != null) {
        return openCopy(packed);
      }
    } catch (IOException error) {
      throw failure("不能在临时目录写出本地库 (cannot write the library to java.io.tmpdir) "
          + System.getProperty("java.io.tmpdir") + "：" + error.getMessage() + advice(), error);
    }
    try {
      return open(fileName(), "system");
    } catch (UnsatisfiedLinkError error) {
      throw failure("本 jar 中没有 " + resource + "，系统中也没有 " + fileName() + " (neither in this jar nor on the system)。请用 -D"
          + PROPERTY + "=… 指定 (set it)：" + error.getMessage(), error);
    }
  }

  private static void needJna() {
    try {
      if (Native.SIZE_T_SIZE == 8) {
        return;
      }
    } catch (UnsatisfiedLinkError | NoClassDefFoundError error) {
      throw failure("JNA 不能加载它自己的本地库。若临时目录以 noexec 挂载，请用 -Djna.tmpdir=可执行的目录 指定"
          + " (JNA cannot load its own library; where the temporary folder is mounted noexec, set -Djna.tmpdir)：" + error.getMessage(), error);
    }
    throw new UnsatisfiedLinkError("gongkai 只支持64位系统 (gongkai needs a 64-bit system)");
  }

  private static NativeLibrary openCopy(InputStream packed) throws IOException {
    Path copy = Files.createTempFile("gongkai-", "-" + fileName());
    try {
      Files.copy(packed, copy, StandardCopyOption.REPLACE_EXISTING);
      return open(copy.toString(), "jar");
    } catch (UnsatisfiedLinkError error) {
      if (String.valueOf(error.getMessage()).contains("failed to map segment")) {
        throw failure("临时目录 " + copy.getParent() + " 以 noexec 挂载，不能从中加载本地库 (the temporary folder is mounted noexec)。"
            + advice() + "：" + error.getMessage(), error);
      }
      throw error;
    } finally {
      if (!Platform.isWindows()) {
        Files.deleteIfExists(copy);
      } else {
        copy.toFile().deleteOnExit();
      }
    }
  }

  private static String advice() {
    return "请把 " + fileName() + " 放到可执行的目录并用 -D" + PROPERTY + "=该目录 指定，或用 -Djava.io.tmpdir 另选临时目录"
        + " (put it where execution is allowed and set -D" + PROPERTY + ", or set -Djava.io.tmpdir)";
  }

  private static NativeLibrary open(String name, String from) {
    NativeLibrary library = Native.load(name, NativeLibrary.class);
    int version;
    try {
      version = library.gk_abi_version();
    } catch (UnsatisfiedLinkError error) {
      throw failure("不是 gongkai 的库 (not gongkai's library): " + name + " (" + from + ")", error);
    }
    if (version != ABI_VERSION) {
      throw new UnsatisfiedLinkError("本地库的接口版本是 " + version + "，需要 " + ABI_VERSION + " (interface version " + version + ", wanted "
          + ABI_VERSION + "): " + name + " (" + from + ")");
    }
    library.gk_last_error(null);  // looked up now, for Call.check()
    return library;
  }

  private static UnsatisfiedLinkError failure(String message, Throwable cause) {
    UnsatisfiedLinkError error = new UnsatisfiedLinkError(message);
    error.initCause(cause);
    return error;
  }

  /** As in "linux-x86_64", "linux-aarch64", "windows-x86_64". */
  private static String system() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    machine = machine.equals("amd64") || machine.equals("x64") ? "x86_64" : machine.equals("arm64") ? "aarch64" : machine;
    return (Platform.isWindows() ? "windows-" : Platform.isMac() ? "macos-" : "linux-") + machine;
  }

  private static String fileName() {
    return Platform.isWindows() ? "gongkai.dll" : Platform.isMac() ? "libgongkai.0.dylib" : "libgongkai.so.0";
  }
}
