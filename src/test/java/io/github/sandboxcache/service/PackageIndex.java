package io.github.sandboxcache.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/**
 * An index of Python packages and a registry of npm packages on loopback, of a few bytes each.
 * Packages need any version of what they need.
 */
final class PackageIndex implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, Map<String, String>> versions = new ConcurrentHashMap<>();

  PackageIndex() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  private String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Files of a base image whose package managers know this index and no other. */
  Map<String, byte[]> settings() {
    return Map.of(
        "etc/pip.conf",
        bytes("[global]\nindex-url = " + address() + "/simple\n"),
        "root/.npmrc",
        bytes("registry=" + address() + "/npm/\n"));
  }

  /** Publishes a wheel. */
  void publishWheel(String name, String version, String... needs) throws IOException {
    String file = name + "-" + version + "-py3-none-any.whl";
    String info = name + "-" + version + ".dist-info/";
    String metadata =
        "Metadata-Version: 2.1\nName: %s\nVersion: %s\n".formatted(name, version)
            + Stream.of(needs).map("Requires-Dist: %s\n"::formatted).collect(Collectors.joining());
    ByteArrayOutputStream wheel = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(wheel)) {
      write(zip, name + ".py", "version = '" + version + "'\n");
      write(zip, info + "METADATA", metadata);
      write(
          zip,
          info + "WHEEL",
          "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n");
      write(
          zip,
          info + "RECORD",
          "%s.py,,\n%sMETADATA,,\n%sWHEEL,,\n%sRECORD,,\n".formatted(name, info, info, info));
    }
    files.put("/wheels/" + file, wheel.toByteArray());
    published(name).put(version, "<a href=\"/wheels/" + file + "\">" + file + "</a>\n");
  }

  private static void write(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes(text));
    zip.closeEntry();
  }

  /** Publishes a package of npm. */
  void publishNpm(String name, String version, String... needs) throws IOException {
    String file = "/tarballs/" + name + "-" + version + ".tgz";
    String manifest =
        "{\"name\": \"%s\", \"version\": \"%s\", \"dependencies\": {%s}"
            .formatted(
                name,
                version,
                Stream.of(needs).map("\"%s\": \"*\""::formatted).collect(Collectors.joining(",")));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(new GZIPOutputStream(packed))) {
      byte[] content = bytes(manifest + "}");
      TarArchiveEntry entry = new TarArchiveEntry("package/package.json");
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    files.put(file, packed.toByteArray());
    published(name)
        .put(
            version,
            "\"%s\": %s, \"dist\": {\"tarball\": \"%s\"}}"
                .formatted(version, manifest, address() + file));
  }

  /** Takes a version back. */
  void withdraw(String name, String version) {
    published(name).remove(version);
  }

  private Map<String, String> published(String name) {
    return versions.computeIfAbsent(name, _ -> new TreeMap<>());
  }

  private void serve(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.replaceFirst("^/(?:simple|npm)/", "").replaceFirst("/$", "");
    byte[] answer = files.getOrDefault(path, new byte[0]);
    if (versions.containsKey(name)) {
      answer = bytes(path.startsWith("/npm/") ? document(name) : links(name));
      exchange
          .getResponseHeaders()
          .set("Content-Type", path.startsWith("/npm/") ? "application/json" : "text/html");
    }
    exchange.sendResponseHeaders(
        answer.length > 0 ? 200 : 404, answer.length > 0 ? answer.length : -1);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private String links(String name) {
    return "<!DOCTYPE html><html><body>"
        + String.join("", published(name).values())
        + "</body></html>";
  }

  private String document(String name) {
    Map<String, String> all = published(name);
    String newest = all.keySet().stream().reduce("", (_, last) -> last);
    return "{\"name\": \"%s\", \"dist-tags\": {\"latest\": \"%s\"}, \"versions\": {%s}}"
        .formatted(name, newest, String.join(",", all.values()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
