package io.github.sandboxcache.adapter.registry;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.sandboxcache.adapter.registry.RegistryHttp.Answer;
import io.github.sandboxcache.adapter.registry.RegistryHttp.Question;
import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.cache.SandboxReference;
import io.github.sandboxcache.domain.registry.ImageRegistry;
import io.github.sandboxcache.domain.registry.Platform;
import io.github.sandboxcache.domain.registry.RegistryAddress;
import io.github.sandboxcache.domain.registry.RegistryCredentials;
import io.github.sandboxcache.domain.registry.RegistryException;
import io.github.sandboxcache.domain.registry.RegistryException.Kind;
import io.github.sandboxcache.domain.registry.RemoteImage;
import io.github.sandboxcache.domain.registry.RemoteReference;
import io.github.sandboxcache.domain.task.Cancellation;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Registries by the distribution API, with the JDK's client. All that they send is bounded, and
 * what has a digest must have it. Thread-safe.
 */
public final class HttpRegistry implements ImageRegistry {
  /** To the last byte of an answer; no list and no manifest takes longer. */
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private static final int OK = 200;
  private static final int NOT_FOUND = 404;

  /** What the distribution API allows for a manifest. */
  private static final int MAX_DOCUMENT_BYTES = 4 << 20;

  private static final int MAX_TAGS = 500_000;
  private static final int PAGE = 1000;
  private static final Pattern NEXT = Pattern.compile("<([^>]+)>\\s*;\\s*rel=\"?next\"?");

  private final RegistryCredentials credentials;
  private final Predicate<String> plainAllowed;
  private final List<Path> certificates;
  private final Duration patience;
  private final Map<String, RegistryHttp> hosts = new ConcurrentHashMap<>();

  /**
   * For all registries; opens nothing yet.
   *
   * @param plainAllowed whether plain HTTP is spoken with a host that has no TLS
   * @param certificates where engines keep whom they trust, {@code certs.d}
   * @param patience for how long an answer is waited for
   */
  public HttpRegistry(
      RegistryCredentials credentials,
      Predicate<String> plainAllowed,
      List<Path> certificates,
      Duration patience) {
    this.credentials = credentials;
    this.plainAllowed = plainAllowed;
    this.certificates = List.copyOf(certificates);
    this.patience = patience;
  }

  private RegistryHttp http(RegistryAddress registry) {
    return hosts.computeIfAbsent(
        registry.host(),
        host -> {
          HttpClient.Builder client = RegistryHttp.client();
          RegistryTrust.context(certificates, host).ifPresent(client::sslContext);
          return new RegistryHttp(
              host, plainAllowed.test(host), credentials, client.build(), patience);
        });
  }

  @Override
  public void check(RegistryAddress registry, Cancellation cancellation) {
    RegistryHttp http = http(registry);
    Answer answer = http.ask(new Question("GET", "/v2/", "", "", 1 << 16), cancellation);
    if (answer.status() != OK) {
      throw RegistryWords.refusal(http.host(), answer);
    }
  }

  @Override
  public List<CacheReference> references(
      RegistryAddress registry, Collection<Language> languages, Cancellation cancellation) {
    Set<CacheReference> all = new LinkedHashSet<>();
    for (Language language : languages) {
      String repository =
          new RemoteReference(registry, new CacheReference(language, "0".repeat(12))).repository();
      addTags(registry, repository, all, cancellation);
    }
    return List.copyOf(all);
  }

  private void addTags(
      RegistryAddress registry,
      String repository,
      Set<CacheReference> all,
      Cancellation cancellation) {
    RegistryHttp http = http(registry);
    String image = repository.substring(repository.lastIndexOf('/') + 1);
    Optional<String> page = Optional.of("/v2/" + repository + "/tags/list?n=" + PAGE);
    Set<String> seen = new LinkedHashSet<>();
    while (page.isPresent() && seen.add(page.get()) && all.size() < MAX_TAGS) {
      Answer answer =
          http.ask(
              new Question("GET", page.get(), "", pull(repository), MAX_DOCUMENT_BYTES),
              cancellation);
      if (answer.status() == NOT_FOUND) {
        return;
      }
      if (answer.status() != OK) {
        throw RegistryWords.refusal(http.host(), answer);
      }
      for (JsonNode tag : json(http, answer).path("tags")) {
        if (SandboxReference.parse(image + ":" + tag.asText()).orElse(null)
            instanceof CacheReference reference) {
          all.add(reference);
        }
      }
      page = next(answer);
    }
  }

  /** Only within the registry: what points elsewhere is no page of it. */
  private static Optional<String> next(Answer answer) {
    Matcher link = NEXT.matcher(answer.header("Link").orElse(""));
    if (!link.find()) {
      return Optional.empty();
    }
    String target = link.group(1).replaceFirst("^https?://[^/]+", "");
    return Optional.of(target).filter(it -> it.startsWith("/v2/"));
  }

  private static String pull(String repository) {
    return "repository:" + repository + ":pull";
  }

  @Override
  public Optional<RemoteImage> find(
      RemoteReference reference, Optional<Platform> wanted, Cancellation cancellation) {
    return manifest(reference, reference.image().tag(), cancellation)
        .map(
            found ->
                ManifestReader.isIndex(found.json())
                    ? ofIndex(reference, found, wanted, cancellation)
                    : ofImage(reference, found, wanted, cancellation));
  }

  /** A document and the digest that it really has. */
  private record Document(JsonNode json, String digest) {}

  private RemoteImage ofIndex(
      RemoteReference reference,
      Document index,
      Optional<Platform> wanted,
      Cancellation cancellation) {
    List<ManifestReader.Entry> entries = ManifestReader.entries(index.json());
    Optional<RemoteImage.Content> content =
        entries.stream()
            .filter(entry -> wanted.isEmpty() || wanted.get().equals(entry.platform()))
            .findFirst()
            .map(
                entry -> {
                  Document manifest =
                      manifest(reference, entry.digest(), cancellation)
                          .orElseThrow(() -> illegible(reference, "an index without its manifest"));
                  checkDigest(reference, manifest, entry.digest());
                  return content(reference, manifest, config(reference, manifest, cancellation));
                });
    return new RemoteImage(
        reference,
        index.digest(),
        entries.stream().map(ManifestReader.Entry::platform).distinct().toList(),
        content);
  }

  private RemoteImage ofImage(
      RemoteReference reference,
      Document manifest,
      Optional<Platform> wanted,
      Cancellation cancellation) {
    JsonNode config = config(reference, manifest, cancellation);
    Optional<Platform> platform = ManifestReader.platform(config);
    RemoteImage.Content content = content(reference, manifest, config);
    return new RemoteImage(
        reference,
        manifest.digest(),
        platform.stream().toList(),
        Optional.of(content).filter(_ -> wanted.isEmpty() || wanted.equals(platform)));
  }

  private static RemoteImage.Content content(
      RemoteReference reference, Document manifest, JsonNode config) {
    if (!ManifestReader.isImage(manifest.json())) {
      throw illegible(reference, "not an image");
    }
    return new RemoteImage.Content(
        manifest.digest(),
        ManifestReader.configDigest(manifest.json()),
        ManifestReader.layers(manifest.json()),
        ManifestReader.createdAt(config),
        ManifestReader.labels(config));
  }

  private Optional<Document> manifest(
      RemoteReference reference, String tagOrDigest, Cancellation cancellation) {
    return document(reference, "manifests", tagOrDigest, ManifestReader.ACCEPT, cancellation);
  }

  private JsonNode config(RemoteReference reference, Document manifest, Cancellation cancellation) {
    String digest = ManifestReader.configDigest(manifest.json());
    if (!ManifestReader.isDigest(digest)) {
      throw illegible(reference, "not an image");
    }
    Document config =
        document(reference, "blobs", digest, "", cancellation)
            .orElseThrow(() -> illegible(reference, "a manifest without its configuration"));
    checkDigest(reference, config, digest);
    return config.json();
  }

  private Optional<Document> document(
      RemoteReference reference,
      String kind,
      String name,
      String accept,
      Cancellation cancellation) {
    RegistryHttp http = http(reference.registry());
    String target = "/v2/" + reference.repository() + "/" + kind + "/" + name;
    Answer answer =
        http.ask(
            new Question("GET", target, accept, pull(reference.repository()), MAX_DOCUMENT_BYTES),
            cancellation);
    if (answer.status() == NOT_FOUND) {
      return Optional.empty();
    }
    if (answer.status() != OK) {
      throw RegistryWords.refusal(http.host(), answer);
    }
    Document document = new Document(json(http, answer), digest(answer.body()));
    Optional<String> told = answer.header("Docker-Content-Digest").filter(ManifestReader::isDigest);
    told.ifPresent(digest -> checkDigest(reference, document, digest));
    return Optional.of(document);
  }

  private static void checkDigest(RemoteReference reference, Document document, String wanted) {
    if (!document.digest().equals(wanted)) {
      throw new RegistryException(
          Kind.WRONG_DIGEST,
          reference.registry().host(),
          OK,
          wanted + " ≠ " + document.digest(),
          null);
    }
  }

  private static RegistryException illegible(RemoteReference reference, String words) {
    return new RegistryException(Kind.ILLEGIBLE, reference.registry().host(), OK, words, null);
  }

  private static JsonNode json(RegistryHttp http, Answer answer) {
    try {
      return RegistryJson.object(answer.body());
    } catch (IOException e) {
      throw new RegistryException(
          Kind.ILLEGIBLE, http.host(), answer.status(), "the answer is not legible", e);
    }
  }

  private static String digest(byte[] body) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return "sha256:" + HexFormat.of().formatHex(sha256.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public boolean delete(RemoteReference reference, String digest, Cancellation cancellation) {
    RegistryHttp http = http(reference.registry());
    String repository = reference.repository();
    Answer answer =
        http.ask(
            new Question(
                "DELETE",
                "/v2/" + repository + "/manifests/" + digest,
                "",
                "repository:" + repository + ":pull,delete",
                1 << 16),
            cancellation);
    return switch (answer.status()) {
      case OK, 202, 204 -> true;
      case NOT_FOUND -> false;
      default -> throw RegistryWords.refusal(http.host(), answer);
    };
  }
}
