package dev.longhaul.samples.encrypted;

import com.google.inject.Guice;
import dev.longhaul.api.payload.PayloadCodec;
import dev.longhaul.runtime.LonghaulModule;
import dev.longhaul.runtime.LonghaulRuntime;
import dev.longhaul.runtime.PayloadCodecs;
import dev.longhaul.samples.common.Names;
import dev.longhaul.samples.common.Sample;
import dev.longhaul.samples.common.Story;
import dev.longhaul.samples.common.TemporalService;
import dev.longhaul.samples.common.WorkflowSide;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowStub;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Gives both sides the same keys, and looks at what the server has. */
@Command(
    name = "encrypted",
    header = "The server sees ciphertext alone, and keys are rotated while activities run.")
public final class EncryptedSample extends Sample {
  private static final String CARD = "4111-1111-1111-1111";
  private static final String OTHER_CARD = "5500-0000-0000-0004";

  @Option(
      names = "--plaintext",
      description = "Leave encryption out, to see what the server sees then.")
  private boolean plaintext;

  @Override
  protected void run(TemporalService temporal, Story story) throws InterruptedException {
    String id = Names.unique("encrypted");
    RotatingKeys keys = new RotatingKeys("2025");
    List<PayloadCodec> codecs = plaintext ? List.of() : List.of(PayloadCodecs.encryption(keys));
    Bank bank = new Bank();
    try (WorkflowSide workflows = workflows(temporal, codecs, id);
        LonghaulRuntime runtime = runtime(temporal.longhaul(id), codecs, bank)) {
      runtime.start();
      PaymentWorkflow workflow = workflows.workflow(PaymentWorkflow.class, id);
      WorkflowClient.start(workflow::pay, CARD, OTHER_CARD, id);
      ServerView server = new ServerView(workflows.client(), id);

      CompletableFuture<Boolean> covered = bank.nextQuestion();
      PendingActivityInfo pending = server.pending();
      ServerView.payloads("The heartbeat", pending).forEach(story::tell);
      keys.use(keys.add("2026"));
      story.tell("Key 2026 is the current one from now on; key 2025 only decrypts");
      covered.complete(true);
      bank.nextQuestion().complete(false);

      String result = WorkflowStub.fromTyped(workflow).getResult(String.class);
      List<HistoryEvent> history = server.history();
      history.forEach(event -> ServerView.payloads(event).forEach(story::tell));
      story.tell("Result: " + result);
      judge(pending, history, story);
    }
  }

  private WorkflowSide workflows(TemporalService temporal, List<PayloadCodec> codecs, String id) {
    CodecDataConverter converter =
        new CodecDataConverter(
            DefaultDataConverter.newDefaultInstance(),
            codecs.stream().<io.temporal.payload.codec.PayloadCodec>map(SdkCodec::new).toList(),
            !plaintext); // messages and stack traces, too
    WorkflowClientOptions options =
        WorkflowClientOptions.newBuilder()
            .setNamespace(temporal.namespace())
            .setDataConverter(converter)
            .build();
    return WorkflowSide.start(
        temporal.connection(), options, id + "-workflows", PaymentWorkflowImpl.class);
  }

  private LonghaulRuntime runtime(LonghaulModule longhaul, List<PayloadCodec> codecs, Bank bank) {
    return Guice.createInjector(
            longhaul.options(options -> options.codecs(codecs).encodeFailureAttributes(!plaintext)),
            new ChargeCardHandler_AsyncActivityModule(),
            binder -> binder.bind(Bank.class).toInstance(bank))
        .getInstance(LonghaulRuntime.class);
  }

  private void judge(PendingActivityInfo pending, List<HistoryEvent> history, Story story) {
    List<String> cards = List.of(CARD, OTHER_CARD);
    boolean inHeartbeat = ServerView.shows(pending, cards);
    long inEvents = history.stream().filter(event -> ServerView.shows(event, cards)).count();
    story.tell(
        "The server can read a card number in %d of %d events, and in %s heartbeat"
            .formatted(inEvents, history.size(), inHeartbeat ? "the" : "no"));
    if ((inEvents > 0 || inHeartbeat) && !plaintext) {
      throw new IllegalStateException("what should be encrypted can be read");
    }
  }
}
