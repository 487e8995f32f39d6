package org.gongkai;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the tests share: the example report, and running another program. */
final class Examples {
  private Examples() {}

  static Path root() { return Paths.get(System.getProperty("basedir", ".")).resolve("../..").toAbsolutePath().normalize(); }

  static byte[] harbour() {
    try {
      return Files.readAllBytes(root().resolve("examples/data/harbour-2020.txt"));
    } catch (IOException error) {
      throw new IllegalStateException(error);
    }
  }

  /** The example with its total of outcomes in disorder. */
  static byte[] broken() {
    return new String(harbour(), StandardCharsets.UTF_8).replaceAll("59(?=\n)", "56").getBytes(StandardCharsets.UTF_8);
  }

  static byte[] bytes(InputStream in) throws IOException {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int n = in.read(part); n >= 0; n = in.read(part)) {
      all.write(part, 0, n);
    }
    return all.toByteArray();
  }

  /** What a program prints, on both streams; null where it cannot be started. */
  static String output(Map<String, String> environment, String... command) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException error) {
      return null;
    }
    String printed = new String(bytes(process.getInputStream()), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }

  static String[] java(List<String> options, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Paths.get(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.add("-Dfile.encoding=UTF-8");
    command.add("-Dsun.stdout.encoding=UTF-8");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.addAll(java.util.Arrays.asList(arguments));
    return command.toArray(new String[0]);
  }

  /** Reads the example and prints its body: what other processes of the tests run. */
  public static void main(String[] arguments) {
    for (int attempt = 0; attempt < 2; ++attempt) {
      try {
        System.out.println("read " + Gongkai.read(harbour()).year());
        return;
      } catch (UnsatisfiedLinkError error) {
        System.out.println("attempt " + attempt + ": " + error.getMessage());
      }
    }
  }
}
