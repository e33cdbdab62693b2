package io.github.sandboxcache.adapter.contents;

import io.github.sandboxcache.domain.contents.Candidate;
import io.github.sandboxcache.domain.contents.Ecosystem;
import io.github.sandboxcache.domain.contents.InstalledPackage;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What is known so far of the package at one place; its files come in any order. */
final class PackageDraft {
  final Ecosystem ecosystem;

  /** Empty until its metadata was seen; without a name it is no package. */
  String name = "";

  String version = "";
  List<String> dependencies = List.of();
  List<String> extras = List.of();
  OptionalLong bytes = OptionalLong.empty();
  boolean asked;

  PackageDraft(Ecosystem ecosystem) {
    this.ecosystem = ecosystem;
  }

  void addBytes(long more) {
    bytes = OptionalLong.of(bytes.orElse(0) + more);
  }

  /** Fills in what its metadata says. */
  void describe(PackageDraft metadata) {
    name = metadata.name;
    version = metadata.version;
    dependencies = metadata.dependencies;
    extras = metadata.extras;
    bytes = metadata.bytes.isPresent() ? metadata.bytes : bytes;
  }

  /** Adds what a later layer has of it: all of it where its metadata was written again. */
  void addLater(PackageDraft later) {
    asked |= later.asked;
    if (later.name.isEmpty()) {
      later.bytes.ifPresent(this::addBytes);
    } else {
      describe(later);
    }
  }

  InstalledPackage toPackage() {
    return new InstalledPackage(ecosystem, name, version, bytes, asked, dependencies);
  }

  Candidate toCandidate(boolean marked) {
    return new Candidate(ecosystem, name, version, extras, Optional.empty(), marked);
  }
}
