package dev.longhaul.samples.quickstart;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.longhaul.api.AsyncCompletionClient;
import dev.longhaul.samples.quickstart.activities.Desk;
import dev.longhaul.samples.quickstart.activities.Publisher;
import dev.longhaul.samples.quickstart.archive.ArchiveClient;
import dev.longhaul.samples.quickstart.callback.CallbackAddress;
import dev.longhaul.samples.quickstart.callback.CallbackServer;
import java.io.IOException;
import java.util.function.Function;

/** What the handlers are given. */
final class HandlersModule extends AbstractModule {
  private final ArchiveClient archives;
  private final Function<AsyncCompletionClient, Desk> desk;
  private final Publisher publisher;

  HandlersModule(
      ArchiveClient archives, Function<AsyncCompletionClient, Desk> desk, Publisher publisher) {
    this.archives = archives;
    this.desk = desk;
    this.publisher = publisher;
  }

  @Override
  protected void configure() {
    bind(ArchiveClient.class).toInstance(archives);
    bind(Publisher.class).toInstance(publisher);
  }

  @Provides
  @Singleton
  Desk desk(AsyncCompletionClient activities) {
    return desk.apply(activities);
  }

  @Provides
  @Singleton
  CallbackServer callbackServer(AsyncCompletionClient activities) throws IOException {
    return CallbackServer.start(activities);
  }

  @Provides
  CallbackAddress callbackAddress(CallbackServer server) {
    return server.address();
  }
}
