package example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import org.gongkai.DocumentException;
import org.gongkai.Finding;
import org.gongkai.Gongkai;
import org.gongkai.Language;
import org.gongkai.Report;

/** A portal in small: whoever uploads a report to /check is told what is wrong with it. In a servlet it reads the same. */
public final class UploadServer {
  private static final int LARGEST_UPLOAD = 8 << 20;

  private UploadServer() {}

  /** Serves on a port of this machine, with so many threads; 0 is any free port. */
  public static HttpServer start(int port, int threads) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(Executors.newFixedThreadPool(threads));
    server.createContext("/check", UploadServer::check);
    server.start();
    return server;
  }

  private static void check(HttpExchange exchange) throws IOException {
    byte[] upload = upload(exchange.getRequestBody());
    if (upload == null) {
      answer(exchange, 413, "文件太大");
      return;
    }
    try {
      Report report = Gongkai.read(upload);
      StringBuilder page = new StringBuilder(report.authority() + " " + report.year() + "：错误" + report.check().errors() + "处\n");
      for (Finding finding : report.check().findings()) {
        page.append(finding.severity()).append(' ').append(finding.message(Language.ZH)).append('\n');
      }
      answer(exchange, 200, page.toString());
    } catch (DocumentException error) {
      answer(exchange, 422, error.messageZh());
    }
  }

  private static byte[] upload(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int size = in.read(part); size >= 0; size = in.read(part)) {
      all.write(part, 0, size);
      if (all.size() > LARGEST_UPLOAD) {
        return null;
      }
    }
    return all.toByteArray();
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    exchange.sendResponseHeaders(status, utf8.length);
    exchange.getResponseBody().write(utf8);
    exchange.close();
  }

  public static void main(String[] arguments) throws IOException {
    System.out.println("curl --data-binary @年报.docx http://127.0.0.1:" + start(8080, 16).getAddress().getPort() + "/check");
  }
}
