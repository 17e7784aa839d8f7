<%@ page contentType="text/html;charset=UTF-8" session="true" %><!DOCTYPE html>
<html>
<head>
<title>Next</title>
<link rel="icon" href="data:,">
</head>
<body>
<p id="session">${pageContext.session.id}</p>
<a id="back" href="index.jsp">back</a>
<a id="next" href="next.jsp">next</a> <a id="slow" href="slow.jsp?ms=4000">slow</a>
<a id="anchor" href="#here">here</a> <a id="bounce" href="bounce.jsp">bounce</a>
<form id="get" action="next.jsp" method="get"><input type="hidden" name="q" value="1"><button id="get-send">get</button></form>
<form id="post" action="next.jsp" method="post"><input type="hidden" name="q" value="1"><button id="post-send">post</button></form>
<form id="login" action="login" method="post"><button id="login-send">login</button></form>
<form id="relogin" action="relogin" method="post"><button id="relogin-send">login anew</button></form>
<form id="logout" action="invalidate.jsp" method="post"><button id="logout-send">logout</button></form>
</body>
</html>
