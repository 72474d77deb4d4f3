/**
 * A simulation of processes, activities, a network and a server, that holds the runtime to its
 * rules: {@link dev.longhaul.simulation.SimulationTest}.
 */
package dev.longhaul.simulation;
