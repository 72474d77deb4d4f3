package dev.longhaul.proto;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.MethodDescriptor;
import dev.longhaul.proto.workflowservice.v1.ServiceProto;
import dev.longhaul.proto.workflowservice.v1.WorkflowServiceGrpc;
import io.grpc.ServiceDescriptor;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Our service is the official one, with fewer methods. */
class ServiceCompatibilityTest {
  private static final ServiceDescriptor OURS = WorkflowServiceGrpc.getServiceDescriptor();
  private static final ServiceDescriptor OFFICIAL =
      io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.getServiceDescriptor();

  @Test
  void bothServices_liveInOneJvmUnderOneName() {
    assertThat(OURS.getName())
        .isEqualTo("temporal.api.workflowservice.v1.WorkflowService")
        .isEqualTo(OFFICIAL.getName());
    assertThat(OURS).isNotSameAs(OFFICIAL);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("methods")
  void method_hasTheOfficialPathTypeAndMessages(String name, MethodDescriptor ours) {
    var official =
        io.temporal.api.workflowservice.v1.ServiceProto.getDescriptor()
            .findServiceByName("WorkflowService")
            .findMethodByName(name);

    assertThat(official.getInputType().getFullName()).isEqualTo(ours.getInputType().getFullName());
    assertThat(official.getOutputType().getFullName())
        .isEqualTo(ours.getOutputType().getFullName());
    assertThat(paths(OFFICIAL).get(name).getFullMethodName())
        .isEqualTo(paths(OURS).get(name).getFullMethodName());
    assertThat(paths(OFFICIAL).get(name).getType()).isEqualTo(paths(OURS).get(name).getType());
  }

  static Stream<Arguments> methods() {
    return ServiceProto.getDescriptor().findServiceByName("WorkflowService").getMethods().stream()
        .map(method -> Arguments.of(method.getName(), method));
  }

  private static Map<String, io.grpc.MethodDescriptor<?, ?>> paths(ServiceDescriptor service) {
    return service.getMethods().stream()
        .collect(
            Collectors.toMap(io.grpc.MethodDescriptor::getBareMethodName, Function.identity()));
  }
}
