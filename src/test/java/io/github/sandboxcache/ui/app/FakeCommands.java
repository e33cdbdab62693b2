package io.github.sandboxcache.ui.app;

import io.github.sandboxcache.domain.cache.CacheReference;
import io.github.sandboxcache.domain.install.InstallRequest;
import io.github.sandboxcache.domain.orphans.Orphan;
import io.github.sandboxcache.domain.removal.OrphanPlan;
import io.github.sandboxcache.domain.usage.MissedSet;
import io.github.sandboxcache.ui.base.MainCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;

/** Notes which commands were given. */
public final class FakeCommands implements MainCommands {
  private final List<String> given = new ArrayList<>();

  /** The commands so far. */
  public List<String> given() {
    return List.copyOf(given);
  }

  @Override
  public void install() {
    given.add("install");
  }

  @Override
  public void install(InstallRequest filledIn) {
    given.add("install " + filledIn.language() + " " + String.join(" ", filledIn.packages()));
  }

  @Override
  public void installMissed(List<MissedSet> sets) {
    given.add("installMissed " + sets.size());
  }

  @Override
  public void prune() {
    given.add("prune");
  }

  @Override
  public void previewPrune(Node anchor) {
    given.add("previewPrune");
  }

  @Override
  public void clear() {
    given.add("clear");
  }

  @Override
  public void setPinned(List<CacheReference> references, boolean pinned) {
    given.add((pinned ? "pin " : "unpin ") + words(references));
  }

  @Override
  public void remove(List<CacheReference> references) {
    given.add("remove " + words(references));
  }

  @Override
  public void push(List<CacheReference> references) {
    given.add("push " + words(references));
  }

  @Override
  public void pullAll() {
    given.add("pullAll");
  }

  @Override
  public void askRegistry() {
    given.add("askRegistry");
  }

  @Override
  public void tell(String words) {
    given.add("tell " + words);
  }

  private static String words(List<CacheReference> references) {
    return references.stream().map(CacheReference::toString).collect(Collectors.joining(" "));
  }

  @Override
  public void removeOrphans(OrphanPlan plan) {}

  @Override
  public void nameOrphans(List<Orphan> orphans) {}

  @Override
  public void openShell(String reference) {
    given.add("openShell " + reference);
  }

  @Override
  public void copyRun(String reference) {
    given.add("copyRun " + reference);
  }

  @Override
  public void installAgain(CacheReference reference) {
    given.add("installAgain " + reference);
  }

  @Override
  public void undo() {
    given.add("undo");
  }

  @Override
  public void refresh() {
    given.add("refresh");
  }

  @Override
  public void chooseEngine() {
    given.add("chooseEngine");
  }

  @Override
  public void openSettings() {
    given.add("openSettings");
  }

  @Override
  public void showHelp() {
    given.add("showHelp");
  }

  @Override
  public void showAbout() {
    given.add("showAbout");
  }

  @Override
  public void showKeys() {
    given.add("showKeys");
  }

  @Override
  public void connectSandbox() {
    given.add("connectSandbox");
  }

  @Override
  public void addLogs(List<Path> files) {
    given.add("addLogs " + files);
  }

  @Override
  public void showActivity() {
    given.add("showActivity");
  }

  @Override
  public void toggleActivity() {
    given.add("toggleActivity");
  }
}
