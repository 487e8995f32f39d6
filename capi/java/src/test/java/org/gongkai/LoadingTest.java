package org.gongkai;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {
  @TempDir Path folder;

  private static URL[] classPath(boolean ours) throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (entry.contains("classes") == ours) {
        urls.add(new File(entry).toURI().toURL());
      }
    }
    return urls.toArray(new URL[0]);
  }

  private static String run(Path library) throws Exception {
    return Examples.output(Collections.emptyMap(), Examples.java(Collections.singletonList("-D" + Loader.PROPERTY + "=" + library), "org.gongkai.Examples"));
  }

  /** As applications in one server, each with its own JNA, or all with the server's. */
  private void anyNumberOfLoaders(boolean sharedJna) throws Exception {
    ClassLoader top = ClassLoader.getSystemClassLoader().getParent();
    ClassLoader shared = new URLClassLoader(classPath(false), top);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Class<?>>> loaded = new ArrayList<>();
    for (int i = 0; i < 8; ++i) {
      loaded.add(threads.submit(() -> {
        ClassLoader own = sharedJna ? shared : new URLClassLoader(classPath(false), top);
        Class<?> ours = new URLClassLoader(classPath(true), own).loadClass("org.gongkai.Gongkai");
        Object report = ours.getMethod("read", byte[].class).invoke(null, (Object) Examples.harbour());
        assertEquals(2020, report.getClass().getMethod("year").invoke(report));
        return ours;
      }));
    }
    assertNotSame(loaded.get(0).get(), loaded.get(1).get());
    for (Future<Class<?>> one : loaded) {
      one.get();
    }
    threads.shutdown();
  }

  @Test
  void manyClassLoadersEachWithItsOwnJna() throws Exception {
    anyNumberOfLoaders(false);
  }

  @Test
  void manyClassLoadersWithOneJna() throws Exception {
    anyNumberOfLoaders(true);
  }

  @Test
  void nothingIsLeftInTheTemporaryFolder() throws Exception {
    String printed = Examples.output(Collections.emptyMap(), Examples.java(
        Arrays.asList("-Djava.io.tmpdir=" + folder, "-Djna.tmpdir=" + Files.createTempDirectory("jna")), "org.gongkai.Examples"));
    assertEquals("read 2020\n", printed);
    try (java.util.stream.Stream<Path> left = Files.list(folder)) {
      assertEquals(0, left.filter(path -> path.toString().contains("gongkai")).count());
    }
  }

  @Test
  void aTemporaryFolderWithoutExecutionIsNamedWithTheWayOut() throws Exception {
    String elsewhere = Files.createTempDirectory("jna").toString();
    for (boolean jna : new boolean[] {false, true}) {
      List<String> options = jna ? Arrays.asList("-Djna.tmpdir=" + folder)
          : Arrays.asList("-Djava.io.tmpdir=" + folder, "-Djna.tmpdir=" + elsewhere);
      List<String> command = new ArrayList<>(Arrays.asList("unshare", "-m", "sh", "-c",
          "mount -t tmpfs -o noexec none \"$0\" || { echo cannot mount; exit; }; exec \"$@\"", folder.toString()));
      command.addAll(Arrays.asList(Examples.java(options, "org.gongkai.Examples")));
      String printed = Examples.output(Collections.emptyMap(), command.toArray(new String[0]));
      assumeTrue(printed != null && !printed.contains("cannot mount") && !printed.contains("unshare failed"), "cannot mount here");
      assertTrue(printed.contains("noexec"), printed);
      assertTrue(printed.contains(jna ? "jna.tmpdir" : "gongkai.library.path"), printed);
      assertTrue(printed.contains("attempt 1: "), "the second call says it too: " + printed);
      assertFalse(printed.contains("read 2020"));
    }
  }

  @Test
  void thePropertyNamesAFileOrItsFolder() throws Exception {
    String resource = "native/linux-" + (System.getProperty("os.arch").equals("amd64") ? "x86_64" : System.getProperty("os.arch")) + "/libgongkai.so.0";
    assumeTrue(Gongkai.class.getResource(resource) != null, "no library of this machine was packed");
    Path file = folder.resolve("libgongkai.so.0");
    Files.copy(Gongkai.class.getResourceAsStream(resource), file);
    assertEquals("read 2020\n", run(file));
    assertEquals("read 2020\n", run(folder));
    assertTrue(run(folder.resolve("nothing")).contains("没有这个文件"));
  }

  @Test
  void anotherInterfaceOrAnotherLibraryIsRefused() throws Exception {
    Path source = folder.resolve("other.c");
    Files.write(source, "int gk_abi_version(void) { return 7; }\n".getBytes(StandardCharsets.UTF_8));
    Path other = folder.resolve("libother.so");
    assumeTrue("".equals(Examples.output(Collections.emptyMap(), "cc", "-shared", "-fPIC", source.toString(), "-o", other.toString())), "no C compiler");
    assertTrue(run(other).contains("7，需要 0"), run(other));
    Files.write(source, "int nothing(void) { return 7; }\n".getBytes(StandardCharsets.UTF_8));
    Examples.output(Collections.emptyMap(), "cc", "-shared", "-fPIC", source.toString(), "-o", other.toString());
    assertTrue(run(other).contains("不是 gongkai 的库"), run(other));
    Files.write(other, new byte[100]);
    assertTrue(run(other).contains("libother.so"), run(other));
  }
}
