/** The backend of the checkout: a request in, a response out. */
import { getBilling } from '../../shop';

const handle = (request: Request): Promise<Response> => getBilling().fetch(request);

export { handle as GET, handle as OPTIONS, handle as PATCH, handle as POST };
// The contract has none of these, and its own way to say so. Next would answer them itself.
export { handle as DELETE, handle as PUT };
