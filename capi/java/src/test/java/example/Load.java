package example;

import com.sun.net.httpserver.HttpServer;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.gongkai.CheckOptions;
import org.gongkai.DocumentException;
import org.gongkai.Format;
import org.gongkai.Gongkai;
import org.gongkai.Language;
import org.gongkai.Report;

/**
 * Memory under load: REPORT REQUESTS CALLS uploads from 16 threads to {@link UploadServer}, then calls on one thread. Fails where
 * the process has grown by more than 32 MiB since the first fifth, when Java has warmed up.
 */
public final class Load {
  private static final int THREADS = 16;
  private static final int ALLOWED_KB = 32 << 10;

  private Load() {}

  private static int residentKb() throws Exception {
    for (String line : Files.readAllLines(Paths.get("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Integer.parseInt(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("no VmRSS");
  }

  private interface Step {
    void run(int number) throws Exception;
  }

  /** Runs a step so many times, in fifths. */
  private static void measure(String what, int times, int threads, Step step) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    AtomicInteger next = new AtomicInteger();
    List<Integer> sizes = new ArrayList<>();
    long start = System.nanoTime();
    for (int fifth = 1; fifth <= 5; ++fifth) {
      int end = times / 5 * fifth;
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < threads; ++i) {
        workers.add(pool.submit(() -> {
          for (int number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
            step.run(number);
          }
          return null;
        }));
      }
      for (Future<Void> worker : workers) {
        worker.get();
      }
      next.set(end);
      sizes.add(residentKb());
    }
    pool.shutdown();
    System.out.printf("%s: %d in %.1f s on %d threads, RSS in KB after each fifth: %s%n", what, times,
        (System.nanoTime() - start) / 1e9, threads, sizes);
    if (Collections.max(sizes) - sizes.get(0) > ALLOWED_KB) {
      throw new IllegalStateException("memory grows: " + sizes);
    }
  }

  public static void main(String[] arguments) throws Exception {
    byte[] report = Files.readAllBytes(Paths.get(arguments[0]));
    HttpServer server = UploadServer.start(0, THREADS);
    URL url = new URL("http://127.0.0.1:" + server.getAddress().getPort() + "/check");
    measure("uploads", Integer.parseInt(arguments[1]), THREADS, number -> {
      HttpURLConnection connection = (HttpURLConnection) url.openConnection();
      connection.setDoOutput(true);
      boolean isReport = number % 10 != 0;
      connection.getOutputStream().write(isReport ? report : new byte[] {'x'});
      if (connection.getResponseCode() != (isReport ? 200 : 422)) {
        throw new IllegalStateException("status " + connection.getResponseCode());
      }
      try (InputStream in = isReport ? connection.getInputStream() : connection.getErrorStream()) {
        while (in.read(new byte[8192]) >= 0) {
          continue;
        }
      }
    });
    server.stop(0);
    ((ExecutorService) server.getExecutor()).shutdown();
    measure("calls", Integer.parseInt(arguments[2]), 1, number -> {
      Report read = Gongkai.read(report);
      if (number % 4 == 0) {
        read.check(new CheckOptions().only("requests.").severity("requests.", org.gongkai.Severity.INFO));
        read.write(Format.values()[number / 4 % Format.values().length]);
        read.why(Language.ZH);
        read.check().html(Language.ZH);
      }
      if (number % 10 == 0) {
        try {
          Gongkai.read(new byte[0]);
        } catch (DocumentException error) {
          return;
        }
        throw new IllegalStateException("an empty file was read");
      }
    });
  }
}
