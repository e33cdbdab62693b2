package io.github.sandboxcache.ui.install;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.cache.Language;
import io.github.sandboxcache.domain.catalog.CachedImage;
import io.github.sandboxcache.domain.catalog.Catalog;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.install.InstallSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** What is filled into the Install dialog and what follows from it. Not thread-safe. */
final class InstallModel {
  private final PackageCheck check;
  private final InstallSettings settings;
  private final ObjectProperty<Catalog> catalog;
  private final ObjectProperty<Language> language = new SimpleObjectProperty<>(Language.PYTHON);
  private final ObservableList<PackageChip> chips = FXCollections.observableArrayList();
  private final StringProperty entry = new SimpleStringProperty("");
  private final StringProperty givenBase = new SimpleStringProperty("");
  private final StringProperty network = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<InstallPlan> plan;

  InstallModel(PackageCheck check, InstallSettings settings, Catalog catalog) {
    this.check = check;
    this.settings = settings;
    this.catalog = new SimpleObjectProperty<>(catalog);
    this.network.set(settings.network().orElse(""));
    this.plan = new ReadOnlyObjectWrapper<>(plan());
    language.addListener((_, _, _) -> recheck());
    chips.addListener((ListChangeListener<PackageChip>) _ -> refresh());
    List.<ObservableValue<?>>of(this.catalog, entry, givenBase, network)
        .forEach(value -> value.addListener((_, _, _) -> refresh()));
  }

  /** What the engine has; set anew whenever that changes. */
  ObjectProperty<Catalog> catalogProperty() {
    return catalog;
  }

  ObjectProperty<Language> languageProperty() {
    return language;
  }

  ObservableList<PackageChip> chips() {
    return chips;
  }

  /** The name that is being typed; counted as a package as soon as it is a valid one. */
  StringProperty entryProperty() {
    return entry;
  }

  /** Another base image than the usual one; blank for the usual one. */
  StringProperty givenBaseProperty() {
    return givenBase;
  }

  /** The network for the container; blank for the engine's default. */
  StringProperty networkProperty() {
    return network;
  }

  /** All that follows from the above. */
  ReadOnlyObjectProperty<InstallPlan> planProperty() {
    return plan.getReadOnlyProperty();
  }

  /** Turns what is typed into chips. */
  void commitEntry() {
    String typed = entry.get();
    entry.set("");
    add(typed);
  }

  /** Adds every package named in a text; one that is there already is not added again. */
  void add(String text) {
    List<PackageChip> added = new ArrayList<>();
    for (String name : PackageList.parse(text)) {
      boolean known =
          Stream.concat(chips.stream(), added.stream()).anyMatch(c -> c.name().equals(name));
      if (!known) {
        added.add(chip(name));
      }
    }
    chips.addAll(added);
  }

  /** Takes the last chip away, where there is one. */
  void removeLast() {
    if (!chips.isEmpty()) {
      chips.removeLast();
    }
  }

  private PackageChip chip(String name) {
    return new PackageChip(name, check.problem(language.get(), name));
  }

  private void recheck() {
    chips.setAll(chips.stream().map(chip -> chip(chip.name())).toList());
    refresh();
  }

  private void refresh() {
    plan.set(plan());
  }

  private InstallPlan plan() {
    List<String> valid = new ArrayList<>();
    chips.stream().filter(PackageChip::valid).map(PackageChip::name).forEach(valid::add);
    List<PackageChip> bad = chips.stream().filter(chip -> !chip.valid()).toList();
    for (String typed : PackageList.parse(entry.get())) {
      if (!valid.contains(typed) && check.problem(language.get(), typed).isEmpty()) {
        valid.add(typed);
      }
    }
    BaseChoice base = BaseChoice.of(language.get(), givenBase.get(), catalog.get(), settings);
    Optional<InstallRequest> request =
        valid.isEmpty() ? Optional.empty() : Optional.of(request(valid, base));
    Optional<CacheReference> reference = request.map(InstallRequest::reference);
    Optional<CachedImage> cached = reference.flatMap(catalog.get()::find);
    return new InstallPlan(base, request, cached, bad);
  }

  private InstallRequest request(List<String> packages, BaseChoice base) {
    return new InstallRequest(
        language.get(),
        packages,
        base.origin() == BaseChoice.Origin.GIVEN ? Optional.of(base.reference()) : Optional.empty(),
        Optional.of(network.get().strip()).filter(name -> !name.isEmpty()));
  }
}
