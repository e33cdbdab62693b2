package io.github.sandboxcache.domain.install;

import io.github.sandboxcache.domain.task.Cancellation;
import io.github.sandboxcache.domain.task.ProgressListener;
import java.util.List;

/**
 * Installs recorded versions; where one of them is no longer available, the newest of all, which
 * the result warns of.
 *
 * @param installer does the installs
 */
public record NewestWhereGone(Installer installer) implements Installer {
  @Override
  public InstallResult install(
      InstallRequest request, ProgressListener listener, Cancellation cancellation) {
    InstallResult result = installer.install(request, listener, cancellation);
    if (!request.hasVersions() || !saysNotFound(result)) {
      return result;
    }
    InstallNotice gone = new InstallNotice.VersionsGone();
    listener.onNotice(gone);
    return installer
        .install(request.withoutVersions(), listener, cancellation)
        .withWarnings(List.of(gone));
  }

  private static boolean saysNotFound(InstallResult result) {
    return result.problems().stream()
        .anyMatch(
            problem ->
                problem instanceof InstallProblem.CommandFailed failed
                    && failed.reason() == InstallFailure.NOT_FOUND);
  }
}
