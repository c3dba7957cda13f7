/**
 * Keys of CurveZMQ (26/CURVEZMQ of rfc.zeromq.org), the files that hold them, and the boxes that are made with them.
 *
 * <p>A {@link io.github.hubsh.core.key.CurveKey} is public, and is what a peer is known by. A
 * {@link io.github.hubsh.core.key.CurveKeyPair} has a secret, which it never shows by accident. Both are written in
 * Z85, and kept in the certificate files of ZeroMQ ({@link io.github.hubsh.core.key.Certificate}), as {@code zmq.auth}
 * of pyzmq writes them.
 *
 * <p>The boxes are those of NaCl: Curve25519, XSalsa20 and Poly1305. This is the only room that uses the library of
 * their parts, BouncyCastle; here they are only put together. Who may do what with a key is not decided here.
 */
@NullMarked
package io.github.hubsh.core.key;

import org.jspecify.annotations.NullMarked;
