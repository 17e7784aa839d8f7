/**
 * The probe: an ordinary web application that knows nothing of Lasttab. It writes down what happens to its sessions, and
 * serves documents in every way an application can.
 */
package io.lasttab.probe;
